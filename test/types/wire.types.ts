import type { ErrorsOf, LegalIn, ParametersOf } from '../../lib/language/wire';

const expectType = <T>(_value: T): void => {};

// Parameters follow the row: required ones, choices, dynamic values, nested objects and lists.
expectType<ParametersOf<'Compare'>>({ ComparisonValue: '$.Attributes.tier' });
expectType<ParametersOf<'Loop'>>({ LoopCount: '3' });
expectType<ParametersOf<'MessageParticipantIteratively'>>({ Messages: [{ Text: 'Please hold.' }] });
expectType<ParametersOf<'UpdateFlowAttributes'>>({ FlowAttributes: { tries: { Value: '1' } } });
expectType<ParametersOf<'ShowView'>>({ ViewResource: { Id: 'view' }, InvocationTimeLimitSeconds: '400' });
// @ts-expect-error a comparison needs its value
expectType<ParametersOf<'Compare'>>({});
// @ts-expect-error logging is either enabled or disabled
expectType<ParametersOf<'UpdateFlowLoggingBehavior'>>({ FlowLoggingBehavior: 'On' });
// @ts-expect-error no such parameter
expectType<ParametersOf<'TransferToFlow'>>({ ContactFlowId: 'id', QueueId: 'q' });

expectType<ErrorsOf<'TransferContactToQueue'>>('QueueAtCapacity');
expectType<ErrorsOf<'TransferParticipantToThirdParty'>>('CallFailed');
// @ts-expect-error a comparison cannot declare the catch-all
expectType<ErrorsOf<'Compare'>>('NoMatchingError');

expectType<LegalIn<'MessageParticipantIteratively'>>('CUSTOMER_HOLD');
// @ts-expect-error loop prompts cannot stand in an inbound flow
expectType<LegalIn<'MessageParticipantIteratively'>>('CONTACT_FLOW');
