export * from './api-entries';
export * from './defaults';
export * from './holds';
export * from './main-line';
export * from './survey';
export * from './transfers';
export * from './waiting';
export * from './whispers';
