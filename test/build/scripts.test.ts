import {
  again,
  checkHours,
  customerHoldFlow,
  customerQueueFlow,
  disconnect,
  endFlow,
  goTo,
  inboundFlow,
  label,
  loop,
  loopPrompts,
  menu,
  moveToQueue,
  playPrompt,
  type Script,
  setHoldFlows,
  setWorkingQueue,
  transferToFlow,
  transferToQueue,
} from '../../lib/build';
import { actionOf, exits, identifiersOf } from './wire';

const sorry = [playPrompt('Sorry.'), disconnect()];

const SORRY = ['Play prompt Sorry', 'Disconnect - on error'];

const inbound = (...script: Script<'CONTACT_FLOW'>) => inboundFlow('Test', { onError: sorry }, script);

test('A shared script whose every path ends is written once', () => {
  const closed = [playPrompt('We are closed.'), disconnect()];
  const flow = inbound(checkHours('hours', { open: [checkHours('holidays', { open: closed, closed })], closed }));
  expect(identifiersOf(flow).slice(2)).toEqual(['Play prompt We are closed', 'Disconnect - open open', ...SORRY]);
});

test('A script that goes on is placed anew each time and goes on after the step that holds it', () => {
  const moment = [playPrompt('One moment.')];
  const flow = inbound(checkHours('h', { open: moment, closed: moment }), playPrompt('Next.'), disconnect());
  expect(exits(flow, 'Play prompt One moment - open').next).toBe('Play prompt Next');
  expect(exits(flow, 'Play prompt One moment - closed').next).toBe('Play prompt Next');
});

test('A branch without steps goes on after the step', () => {
  const flow = inbound(checkHours('h', { closed: [] }), playPrompt('Next.'), disconnect());
  expect(exits(flow, 'Check hours of operation')).toMatchObject({
    True: 'Play prompt Next',
    False: 'Play prompt Next',
  });
});

test('An error that no step takes care of goes to the error script of the flow', () => {
  const flow = inbound(setWorkingQueue('q'), setWorkingQueue('r', { onError: [] }), disconnect());
  expect(exits(flow, 'Set working queue').NoMatchingError).toBe('Play prompt Sorry');
  expect(exits(flow, 'Set working queue 2').NoMatchingError).toBe('Disconnect');
});

test('Within the error script an error goes on with the next step', () => {
  const flow = inbound(setWorkingQueue('q'), disconnect());
  expect(exits(flow, 'Play prompt Sorry')).toEqual({
    next: 'Disconnect - on error',
    NoMatchingError: 'Disconnect - on error',
  });
});

test('An error script that nothing can come to is left out', () => {
  expect(identifiersOf(inbound(disconnect()))).toEqual(['Disconnect']);
});

test('The error script stands at the end of the flow although a branch uses it', () => {
  const flow = inbound(checkHours('h', { open: sorry, closed: [playPrompt('Closed.'), disconnect()] }));
  expect(identifiersOf(flow).slice(-2)).toEqual(['Play prompt Sorry', 'Disconnect - on error']);
});

test('Again leads back to the step that holds it, through a counting loop', () => {
  const retry = again({ times: 2, first: [playPrompt('No such key.')], finally: sorry });
  const flow = inbound(menu('Press 1.', { 1: [], timeout: retry, noMatch: retry }), disconnect());
  const ask = exits(flow, 'Get customer input Press 1');
  expect(ask.InputTimeLimitExceeded).toBe('Loop - timeout');
  expect(ask.NoMatchingCondition).toBe('Loop - timeout');
  expect(actionOf(flow, 'Loop - timeout').Parameters).toEqual({ LoopCount: '2' });
  expect(exits(flow, 'Loop - timeout')).toEqual({
    next: 'Play prompt Sorry',
    ContinueLooping: 'Play prompt No such key',
    DoneLooping: 'Play prompt Sorry',
  });
  expect(exits(flow, 'Play prompt No such key').next).toBe('Get customer input Press 1');
});

test('A second call of again counts on its own', () => {
  const retry = () => again({ times: 2, finally: sorry });
  const flow = inbound(menu('Press 1.', { 1: [], timeout: retry(), noMatch: retry() }), disconnect());
  expect(exits(flow, 'Get customer input Press 1').NoMatchingCondition).toBe('Loop - no match');
});

test('A full queue tried again starts with the queue being set', () => {
  const flow = inbound(transferToQueue('q', { atCapacity: again({ times: 1, finally: sorry }) }));
  expect(exits(flow, 'Loop - at capacity').ContinueLooping).toBe('Set working queue');
});

test('A loop runs its script a number of times and then goes on', () => {
  const flow = inbound(loop(3, [playPrompt('Tick.')]), playPrompt('Done.'), disconnect());
  expect(exits(flow, 'Loop 3 times')).toEqual({
    next: 'Play prompt Done',
    ContinueLooping: 'Play prompt Tick',
    DoneLooping: 'Play prompt Done',
  });
  expect(exits(flow, 'Play prompt Tick').next).toBe('Loop 3 times');
});

test('Go to leads to a label before or after it', () => {
  const flow = inbound(
    label('top'),
    playPrompt('Top.'),
    checkHours('h', { open: [goTo('end')], closed: [goTo('top')] }),
    label('end'),
    disconnect(),
  );
  // Nothing goes on from the check, so that only the label keeps the last step reachable.
  expect(exits(flow, 'Check hours of operation')).toMatchObject({ True: 'Disconnect', False: 'Play prompt Top' });
});

test('Loop prompts end a flow without a next action', () => {
  const flow = customerHoldFlow('Hold', [loopPrompts(['One.', { prompt: { promptArn: 'arn', promptName: 'Music' } }])]);
  expect(actionOf(flow, 'Loop prompts One')).toMatchObject({
    Parameters: { Messages: [{ Text: 'One.' }, { PromptId: 'arn' }] },
    Transitions: {},
  });
});

test('An interruption that falls off its end lets the prompts go on', () => {
  const onInterrupt = [playPrompt('Still there?'), moveToQueue('q', { atCapacity: [] })];
  const script: Script<'CUSTOMER_QUEUE'> = [loopPrompts('Music.', { interruptEverySeconds: 30, onInterrupt })];
  const flow = customerQueueFlow('Queue', { onError: [endFlow()] }, script);
  expect(exits(flow, 'Loop prompts Music')).toEqual({ MessagesInterrupted: 'Play prompt Still there' });
  expect(exits(flow, 'Move to queue - interrupt')).toEqual({
    next: 'End flow - on error',
    QueueAtCapacity: 'Loop prompts Music',
    NoMatchingError: 'End flow - on error',
  });
});

test('An ignored error of one hook goes on with the next hook', () => {
  const flow = inbound(setHoldFlows({ agent: 'a', customer: 'c' }, { onError: [] }), disconnect());
  expect(exits(flow, 'Set agent hold flow').NoMatchingError).toBe('Set customer hold flow');
  expect(exits(flow, 'Set customer hold flow').NoMatchingError).toBe('Disconnect');
});

test('An ignored error of setting the queue does not go on to the transfer', () => {
  const flow = inbound(transferToQueue('q', { atCapacity: sorry, onError: [] }), disconnect());
  expect(exits(flow, 'Set working queue').NoMatchingError).toBe('Disconnect');
});

test('A transfer to a flow may be the last step, as success leaves the flow', () => {
  const flow = inbound(transferToFlow('arn'));
  expect(exits(flow, 'Transfer to flow')).toEqual({ next: 'Play prompt Sorry', NoMatchingError: 'Play prompt Sorry' });
});
