import { type ActionSpec, type ActionType, CHANNELS, type ParameterSpecs, specOf } from '../../language';
import { type Block, heading, list, table, text } from '../page/block';

const parameterRows = (specs: ParameterSpecs, prefix = ''): readonly (readonly string[])[] =>
  Object.entries(specs).flatMap(([name, spec]) => {
    const range = spec.range ? `${spec.range[0]} to ${spec.range[1]}` : '';
    const values = spec.oneOf && spec.oneOf.length <= 12 ? spec.oneOf.join(', ') : range;
    const row = [`\`${prefix}${name}\``, spec.value, spec.from, spec.required ? 'yes' : '', values, spec.note ?? ''];
    return [row, ...parameterRows(spec.fields ?? {}, `${prefix}${name}${spec.value === 'list' ? '[]' : ''}.`)];
  });

const errors = ({ errors: { required, optional = [], refused = [] } }: ActionSpec): string =>
  [
    required.length > 0 ? `must declare ${required.join(', ')}` : '',
    optional.length > 0 ? `may declare ${optional.join(', ')}` : '',
    refused.length > 0 ? `may not declare ${refused.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ') || 'none';

const channels = (spec: ActionSpec): string =>
  CHANNELS.map((channel) => `${channel} ${spec.channels[channel]}`).join(', ');

/** What is known about an action type. */
export const actionEntry = (type: ActionType): readonly Block[] => {
  const spec = specOf(type) as ActionSpec;
  const parameters = parameterRows(spec.parameters);
  return [
    heading(2, type),
    text(`${spec.summary} *(${spec.evidence}; block: ${spec.blocks.join(', ') || 'none'})*`),
    list([
      `Errors: ${errors(spec)}`,
      `NextAction: ${spec.next}`,
      `Flow types: ${spec.flowTypes.join(', ')}`,
      `Channels: ${channels(spec)}`,
      `Page: <${spec.page}>`,
    ]),
    ...(parameters.length > 0 ? [table(['Parameter', 'Kind', 'From', 'Required', 'Values', 'Note'], parameters)] : []),
    ...(spec.notes ? [text(spec.notes)] : []),
  ];
};
