/** The first key of every JSONPath that Connect documents. Source: connect-attrib-list (admin guide), `document.md` §3. */
export const REFERENCE_ROOTS = [
  'ContactId',
  'InitialContactId',
  'PreviousContactId',
  'Task',
  'Channel',
  'InstanceARN',
  'AwsRegion',
  'InitiationMethod',
  'CustomerId',
  'LanguageCode',
  'TextToSpeechVoiceId',
  'Name',
  'Description',
  'References',
  'Tags',
  'CustomerEndpoint',
  'SystemEndpoint',
  'AdditionalEmailRecipients',
  'StoredCustomerInput',
  'Queue',
  'Agent',
  'Attributes',
  'FlowAttributes',
  'SegmentAttributes',
  'External',
  'LambdaInvocation',
  'ExternalTool',
  'Lex',
  'Customer',
  'Case',
  'Metrics',
  'Media',
  'MediaStreams',
  'Views',
  'Capabilities',
  'Email',
  'Loop',
  'Modules',
  'DataTables',
  'DataTableList',
  'Wisdom',
  'AgenticCX',
  'Metadata',
] as const;

/** True when the whole value is one reference, so that it is looked up while the flow runs. */
export const isReference = (value: unknown): value is string => typeof value === 'string' && value.startsWith('$.');

const KEY = /\.?\[\s*'((?:[^'\\]|\\.)*)'\s*\]|\.([^.[\s$'"]+)/y;

/**
 * The keys of a reference: `$.Attributes.tier` gives `['Attributes', 'tier']`, `$.Attributes.['a b']` and
 * `$['Attributes']['Language']` are read too. Undefined for text that is not one whole reference.
 */
export const parseReference = (text: string): readonly string[] | undefined => {
  if (!text.startsWith('$')) return undefined;
  const keys: string[] = [];
  KEY.lastIndex = 1;
  while (KEY.lastIndex < text.length) {
    const match = KEY.exec(text);
    if (match === null) return undefined;
    keys.push(match[1] ?? match[2] ?? '');
  }
  return keys.length > 0 ? keys : undefined;
};

const EMBEDDED = /\$(?:\.(?:\[\s*'[^']*'\s*\]|\w+(?:[:-]\w+)*)|\[\s*'[^']*'\s*\])+/g;

/** Text with every reference in it replaced by what `look` finds; an unset one becomes empty text. */
export const interpolate = (text: string, look: (keys: readonly string[]) => string | undefined): string =>
  text.includes('$')
    ? text.replace(EMBEDDED, (path) => {
        const keys = parseReference(path);
        return keys === undefined ? path : (look(keys) ?? '');
      })
    : text;
