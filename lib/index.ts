/** The public API without the cloud. Constructs and the Lambda runtime have entry points of their own. */
export * from './build';
export * from './build/code';
export * from './instance';
export * from './journey';
export * from './language';
export * from './report';
export * from './simulate';
export * from './validate';
