import {
  checkHours,
  customerHoldFlow,
  disconnect,
  distribute,
  type Flow,
  FlowBuildError,
  goTo,
  inboundFlow,
  label,
  loopPrompts,
  named,
  playPrompt,
  reference,
  type Script,
  setWhispers,
  setWorkingQueue,
  share,
  transferToFlow,
  when,
} from '../../lib/build';

const sorry = [playPrompt('Sorry.'), disconnect()];

const inbound = (...script: Script<'CONTACT_FLOW'>) => inboundFlow('Main line', { onError: sorry }, script);

const errorOf = (build: () => unknown): FlowBuildError => {
  try {
    build();
  } catch (error) {
    if (error instanceof FlowBuildError) return error;
    throw error;
  }
  throw new Error('it was built');
};

const buildError = (flow: Flow): FlowBuildError => errorOf(() => flow.document);

test('A flow that falls off its end says where, why and what to do', () => {
  const error = buildError(inbound(playPrompt('Hello.')));
  expect(error).toMatchObject({ flow: 'Main line', step: 'Play prompt Hello' });
  expect(error.source).toMatch(/build-errors\.test\.ts:\d+:\d+$/);
  expect(error.message).toMatch(
    /^Flow "Main line", step "Play prompt Hello", at .*build-errors\.test\.ts:\d+:\d+: Nothing comes after this step\. Connect wants .* End the script with disconnect\(\)/,
  );
});

test('A branch that falls off the end of the flow is named', () => {
  const error = buildError(inbound(checkHours('h', { open: sorry, closed: [] })));
  expect(error.what).toBe('The branch "closed" falls off the end of the flow.');
});

test('A step behind the end of a script is never reached', () => {
  const script = [disconnect(), playPrompt('Too late.')];
  expect(buildError(inboundFlow('x', { onError: sorry }, script))).toMatchObject({
    step: 'Play prompt Too late',
    what: 'No run can come to this step.',
  });
});

test('A step after one whose every branch ends is never reached', () => {
  const error = buildError(
    inbound(checkHours('h', { open: sorry, closed: sorry }), playPrompt('Too late.'), disconnect()),
  );
  expect(error.step).toBe('Play prompt Too late');
});

test('A flow without steps is refused', () => {
  expect(buildError(inbound()).what).toBe('The script has no steps.');
});

test('An error without a handler is refused in a flow that has none', () => {
  const flow = customerHoldFlow('Hold', [setWhispers({ agent: 'a' }), loopPrompts('Music.')]);
  expect(buildError(flow).what).toBe('Nothing says where NoMatchingError leads.');
});

test('The last step of the error script must take care of its own errors', () => {
  const flow = inboundFlow('x', { onError: [transferToFlow('arn')] }, [setWorkingQueue('q'), disconnect()]);
  expect(buildError(flow).what).toBe("Nothing says where NoMatchingError leads within the flow's onError.");
});

test('Going to a label that is not there lists the ones that are', () => {
  const error = buildError(inbound(label('top'), playPrompt('Hello.'), goTo('up')));
  expect(error.what).toBe('There is no label "up" to go to.');
  expect(error.fix).toContain('"top"');
});

test('A label placed twice is refused', () => {
  const part = [label('part'), playPrompt('Part.')];
  const flow = inbound(checkHours('h', { open: part, closed: part }), disconnect());
  expect(buildError(flow).what).toBe('The label "part" is placed twice.');
});

test('Labels that only lead to each other are refused', () => {
  const error = buildError(inbound(playPrompt('Hello.'), label('round'), goTo('round')));
  expect(error.what).toBe('The label "round" leads only to other labels, round in a circle.');
});

test('A name that Connect refuses is refused', () => {
  expect(errorOf(() => named('50% (off)', disconnect())).what).toBe(
    '"50% (off)" cannot be the name of a step: it contains %.',
  );
  expect(errorOf(() => named('constructor', disconnect())).what).toContain('it is reserved');
  expect(errorOf(() => named('n'.repeat(51), disconnect())).what).toContain('it has 51 characters');
});

test('Shares above a hundred percent are refused', () => {
  expect(errorOf(() => distribute([share(60, sorry), share(50, sorry)], sorry)).what).toBe(
    'The percentages add up to 110.',
  );
});

test('A block that sets nothing is refused', () => {
  expect(errorOf(() => setWhispers({})).what).toBe('Set whisper flow is given nothing to set.');
});

test('A union whose cases are all named still needs a place for other values', () => {
  const tier = reference<'gold' | 'standard'>('$.Attributes.tier');
  const music = [loopPrompts('Music.')];
  const error = buildError(customerHoldFlow('Hold', [when(tier, { gold: music, standard: music })]));
  expect(error.what).toBe('Nothing says where NoMatchingCondition leads.');
  expect(error.fix).toContain('an otherwise of its own');
});
