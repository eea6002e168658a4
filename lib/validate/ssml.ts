/** A tag of SSML: its end slash, its name, the rest, and the slash of an empty element. */
const TAG = /<(?:!--[^<>]*--|(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?))>/g;

const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** What keeps a text from being well-formed SSML, as the end of a sentence; undefined where nothing does. */
export const ssmlFaultOf = (text: string): string | undefined => {
  const open: string[] = [];
  for (const [, end, name, empty] of text.matchAll(TAG)) {
    if (name === undefined || empty === '/') continue;
    if (end !== '/') open.push(name);
    else if (open.pop() !== name) return `</${name}> closes what is not open`;
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  const between = text.replace(TAG, '');
  if (/[<>]/.test(between)) return 'it holds a "<" or ">" that belongs to no tag';
  return ENTITY.test(between) ? 'it holds an "&" that is not written as "&amp;"' : undefined;
};
