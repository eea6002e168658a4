export type { Contact, FlowRun, Participant } from './contact';
export type { Hours } from './hours';
export type { Entry } from './journal';
export { type SimulateOptions, type SimulationResult, simulate } from './run';
export type { AgentScript, CustomerScript, Move, Scenario, Start } from './scenario';
export { stackOfTemplateFile, stacksOfAssembly } from './template/assembly';
export * from './template/template';
export { type WorldOptions, worldFromTemplates } from './template/world-from-template';
export * from './world';
