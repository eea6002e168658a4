export { type CodeOptions, documentToCode, type WrittenCode } from './document-to-code';
export { differenceBetween } from './equal';
