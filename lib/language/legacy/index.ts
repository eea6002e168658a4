export { type ConvertedFlow, convertOldExport } from './convert';
export type { ConversionNote } from './notes';
