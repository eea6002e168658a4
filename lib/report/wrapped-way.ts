const MOST_COLUMNS = 118;
const ARROW = ' → ';

/** A way over as many lines as it needs, broken between its steps. */
export const wrapped = (way: string, indent: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const step of way.split(ARROW)) {
    const longer = line === '' ? step : `${line}${ARROW}${step}`;
    if (indent.length + longer.length <= MOST_COLUMNS || line === '') line = longer;
    else {
      lines.push(line);
      line = `→ ${step}`;
    }
  }
  return [...lines, line].map((each) => indent + each).join('\n');
};
