export type { Contact, FlowRun, Offer, Participant, Spell } from './contact';
export {
  type ActionCoverage,
  type BranchCoverage,
  type Coverage,
  coverageOf,
  type FlowCoverage,
  StepCounts,
} from './coverage';
export type { WorldHours } from './hours';
export type { Entry } from './journal';
export type { StepTaken } from './kernel';
export { mergeCoverage } from './merge-coverage';
export * from './records';
export { simulate } from './run';
export type { AgentScript, ChatTimeouts, CustomerScript, Move, Scenario, Start } from './scenario';
export { type SimulateOptions, Simulation, type SimulationResult } from './simulation';
export { stackOfTemplateFile, stacksOfAssembly } from './template/assembly';
export * from './template/template';
export { type WorldOptions, worldFromTemplates } from './template/world-from-template';
export * from './world';
export { type HandMadeCentre, worldOf } from './world-of';
