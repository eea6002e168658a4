import { AwsError } from '../../aws-error';
import { isTrue, listIn, type QueryInput, requiredText, textIn } from '../../http/query-protocol';
import { NO_CHANGES } from '../change-set';
import type { Action, CloudFormationService } from '../cloudformation-service';
import { planOf, refuseBadSource } from '../create-change-set';
import { deleteStack } from '../deletion';
import { Deployment } from '../deployment';
import { StackOperation } from '../operation';
import { rollback } from '../rollback';
import type { Stack, StackSource } from '../stack';
import { snapshotOf } from '../undo';
import { refuseNotUpdatable, sourceIn, stackName } from './source';

const settingsFor = ({ services, stacks }: CloudFormationService, stack: Stack, input: QueryInput) => ({
  services,
  stacks,
  stack,
  token: textIn(input, 'ClientRequestToken'),
});

const deploy = async (
  service: CloudFormationService,
  stack: Stack,
  source: StackSource,
  input: QueryInput,
): Promise<object> => {
  const { dynamic } = service;
  const options = { disableRollback: isTrue(input, 'DisableRollback'), dynamic };
  await service.start(new Deployment(settingsFor(service, stack, input), source, options).run());
  return { StackId: stack.id };
};

const createStack: Action = (service, input) => {
  const name = stackName(input);
  const found = service.stacks.find(name);
  if (found !== undefined && found.deleted === undefined && found.status !== 'REVIEW_IN_PROGRESS') {
    throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
  }
  const source = sourceIn(service, input, undefined);
  refuseBadSource(source);
  const stack = found?.deleted === undefined && found !== undefined ? found : service.stacks.create(name);
  stack.terminationProtection = isTrue(input, 'EnableTerminationProtection');
  return deploy(service, stack, source, input);
};

const updateStack: Action = (service, input) => {
  const stack = service.stacks.get(stackName(input));
  refuseNotUpdatable(stack);
  const source = sourceIn(service, input, stack);
  refuseBadSource(source);
  const { services, stacks, dynamic } = service;
  const { failure } = planOf({ services, stacks, stack, dynamic }, source);
  if (failure === NO_CHANGES) throw new AwsError('ValidationError', 'No updates are to be performed.');
  return deploy(service, stack, source, input);
};

const removeStack: Action = async (service, input) => {
  const stack = service.stacks.find(requiredText(input, 'StackName'));
  if (stack === undefined || stack.deleted !== undefined) return {};
  if (stack.terminationProtection) {
    throw new AwsError(
      'ValidationError',
      `Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`,
    );
  }
  if (stack.isBusy)
    throw new AwsError('ValidationError', `Stack:${stack.id} is in ${stack.status} state and can not be deleted.`);
  const retained = stack.status === 'DELETE_FAILED' ? listIn(input, 'RetainResources').map(String) : [];
  await service.start(deleteStack(settingsFor(service, stack, input), retained));
  return {};
};

const PENDING = ['CREATE_FAILED', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_FAILED'];

/** Takes back what a failed deployment, or a failed rollback, left. */
const takeBack: Action = async (service, input) => {
  const stack = service.stacks.get(requiredText(input, 'StackName'));
  if (!PENDING.includes(stack.status)) {
    throw new AwsError('ValidationError', `Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
  }
  const operation = new StackOperation(settingsFor(service, stack, input));
  await service.start(rollback(operation, stack.pending, stack.stable ?? snapshotOf(stack), 'User Initiated'));
  return { StackId: stack.id };
};

const protect: Action = (service, input) => {
  const stack = service.stacks.get(requiredText(input, 'StackName'));
  stack.terminationProtection = isTrue(input, 'EnableTerminationProtection');
  return { StackId: stack.id };
};

export const STACK_ACTIONS = {
  CreateStack: createStack,
  UpdateStack: updateStack,
  DeleteStack: removeStack,
  ContinueUpdateRollback: takeBack,
  RollbackStack: takeBack,
  UpdateTerminationProtection: protect,
} as const satisfies Readonly<Record<string, Action>>;
