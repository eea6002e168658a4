/** The public API without the cloud. Constructs and the Lambda runtime have entry points of their own. */
export {
  type AnalyseOptions,
  type Analysis,
  analyse,
  type Centre,
  type CentreFunction,
  type ContactAnalysis,
  type DeclaredAnswers,
  type EntryAnalysis,
  type EntryPoint,
  entryPointsOf,
  type MissingOverride,
  missingOverrides,
  type RequiredOverrides,
  type StageAnalysis,
  type StageRun,
  type WitnessStep,
} from './analyse';
export * from './build';
export * from './build/code';
export * from './instance';
export * from './journey';
export * from './language';
export * from './report';
export * from './simulate';
export * from './validate';
