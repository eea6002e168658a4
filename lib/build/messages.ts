/** What is wrong, why it matters, how to fix it: one sentence each. */
export interface BuildProblem {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

const list = (words: readonly string[]): string =>
  words.length === 0 ? 'none' : words.map((w) => `"${w}"`).join(', ');

export const emptyFlow = (): BuildProblem => ({
  what: 'The script has no steps.',
  why: 'A flow needs an action to start with.',
  fix: 'Write at least one step, e.g. disconnect() or endFlow().',
});

export const fallsOff = (branch: string): BuildProblem => ({
  what: `${branch === 'next' ? 'Nothing comes after this step' : `The branch "${branch}" falls off the end of the flow`}.`,
  why: 'Connect wants a next action on every action that does not end the flow.',
  fix: 'End the script with disconnect(), endFlow() or a transfer, or put a step after the one that holds it.',
});

const ownBranch = (error: string): string => (error === 'NoMatchingCondition' ? 'an otherwise' : 'an onError');

export const noErrorHandler = (error: string): BuildProblem => ({
  what: `Nothing says where ${error} leads.`,
  why: 'Connect refuses the action without that branch, and the flow has no onError that could take it.',
  fix: `Give the flow an onError script, or this step ${ownBranch(error)} of its own.`,
});

export const errorInHandler = (error: string): BuildProblem => ({
  what: `Nothing says where ${error} leads within the flow's onError.`,
  why: 'It cannot lead back into onError, which would go round in circles, and there is no step after this one.',
  fix: `Give this step ${ownBranch(error)} of its own that ends, or put a step after it.`,
});

export const neverReached = (): BuildProblem => ({
  what: 'No run can come to this step.',
  why: 'Every path of the steps before it ends, so it would stand in the flow in vain.',
  fix: 'Remove it, or let a path before it go on: a script without an ending step does, [] included.',
});

export const unknownLabel = (label: string, known: readonly string[]): BuildProblem => ({
  what: `There is no label "${label}" to go to.`,
  why: 'goTo leads to a label of the same flow.',
  fix: `Write label('${label}') before the step that is meant; the labels of this flow are: ${list(known)}.`,
});

export const labelTwice = (label: string): BuildProblem => ({
  what: `The label "${label}" is placed twice.`,
  why: 'goTo could not tell which one is meant; a script that goes on is placed anew wherever it is used.',
  fix: 'Rename one of them, or let the script that holds the label end so that it is written only once.',
});

export const labelCircle = (label: string): BuildProblem => ({
  what: `The label "${label}" leads only to other labels, round in a circle.`,
  why: 'There is no step that could run.',
  fix: 'Put a step between label and goTo.',
});

export const badName = (name: string, reason: string): BuildProblem => ({
  what: `"${name}" cannot be the name of a step: ${reason}.`,
  why: 'The name becomes the Identifier of the action, which Connect restricts.',
  fix: 'Use up to 50 characters other than % : ( \\ / ) = $ , ; [ ] { }, and no name of a JavaScript object member.',
});

export const badPercentages = (sum: number): BuildProblem => ({
  what: `The percentages add up to ${sum}.`,
  why: 'Each share is a whole number of at least 1, and the rest, which may be nothing, goes to otherwise.',
  fix: 'Give whole percentages that add up to at most 100.',
});

export const emptyStep = (block: string): BuildProblem => ({
  what: `${block} is given nothing to set.`,
  why: 'It would become no action at all.',
  fix: 'Name at least one value, or leave the step out.',
});

export const wrongCount = (things: string, given: number, [least, most]: readonly [number, number]): BuildProblem => ({
  what: `${given === 0 ? 'No' : given} ${things} are given.`,
  why: `Connect takes ${least} to ${most} of them.`,
  fix: given < least ? 'Name what is missing.' : 'Leave some out.',
});

export const emptyReason = (rule: string): BuildProblem => ({
  what: `Nothing says why "${rule}" is allowed here.`,
  why: 'Whoever reads the flow next cannot tell whether the reason still holds.',
  fix: "Give a reason: allowing('rule', 'why it is right here', step).",
});

export const nothingToDecide = (): BuildProblem => ({
  what: 'decide is given no question.',
  why: 'There is nothing that Connect could branch on.',
  fix: 'Give at least one value with a condition, or write the steps of otherwise in its place.',
});
