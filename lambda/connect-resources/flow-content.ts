import { LIMITS } from '../../lib/language';
import type { FlowContentProperties } from '../../lib/runtime/connect-resources';
import type { ResourceHandler } from './custom-resource';
import { isNamed } from './failure';
import type { Flows } from './flows';

/** A name for a flow that is about to be deleted, so that the one in its place can have its own. */
const nameAside = (name: string, flowArn: string): string => {
  const mark = ` (replaced ${flowArn.slice(-8)})`;
  return name.slice(0, LIMITS.flowNameCharacters - mark.length) + mark;
};

const settingsOf = ({ Name: name, Description: description = '', State: state = 'ACTIVE' }: FlowContentProperties) => ({
  name,
  description,
  state,
});

/** The flow that this one takes the place of: CloudFormation makes the new one before it deletes the old one. */
const predecessor = (now: FlowContentProperties, before: FlowContentProperties | undefined): string | undefined =>
  before !== undefined && before.FlowArn !== now.FlowArn && before.Name === now.Name ? before.FlowArn : undefined;

/**
 * Gives a flow that was created with a stub its name, description, state and content. Deleting does nothing: either the
 * flow goes as well, or it goes on with a content of its own, which a stub must not replace.
 */
export const flowContent =
  (flows: Flows): ResourceHandler<FlowContentProperties> =>
  async ({ RequestType, PhysicalResourceId, ResourceProperties: now, OldResourceProperties: before }) => {
    const { FlowArn, Content } = now;
    if (RequestType === 'Delete') return { physicalId: PhysicalResourceId ?? FlowArn };
    const old = predecessor(now, before);
    try {
      await flows.setSettings(FlowArn, settingsOf(now));
    } catch (error) {
      if (old === undefined || !isNamed(error, 'DuplicateResourceException')) throw error;
      await flows.setSettings(old, { name: nameAside(now.Name, old) });
      await flows.setSettings(FlowArn, settingsOf(now));
    }
    await flows.setContent(FlowArn, Content);
    return { physicalId: FlowArn };
  };
