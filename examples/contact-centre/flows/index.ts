export * from './api-entries';
export type { Centre } from './centre';
export * from './holds';
export * from './main-line';
export * from './survey';
export * from './transfers';
export * from './waiting';
export * from './whispers';
