import type { EntryPoint, StageRun, Witness, WitnessStep } from '../../lib/analyse';
import { type Assumptions, holdStage, type Party } from '../../lib/journey';
import type { ErrorType, JsonObject } from '../../lib/language';
import { Simulation, type Start, type StepTaken, type World, type WorldFault } from '../../lib/simulate';
import { agentOf, agentPart, type Contact } from '../../lib/simulate/contact';
import type { Execution } from '../../lib/simulate/execution';
import { sendFlow } from '../../lib/simulate/parts/agent-flows';
import { putOn } from '../../lib/simulate/parts/desks';
import { pauseTask, resumeTask } from '../../lib/simulate/parts/tasks';
import { storyOf } from '../../lib/simulate/story';
import { functionArn } from '../simulate/script';
import { AGENTS, office } from './random-centre';
import { answersFor } from './witness-answers';

type ActionStep = Extract<WitnessStep, { kind: 'action' }>;
type EventStep = Extract<WitnessStep, { kind: 'event' }>;

/** These decide by what there is, and nothing may force them. */
const DECIDES_ITSELF = ['Compare', 'Loop'];

const PATIENCE_SECONDS = 600;

const AFTERWARDS_SECONDS = 30;

const keyIn = (exit: string): string | undefined => /^Equals (.)$/.exec(exit)?.[1];

const isAtOnce = (step: WitnessStep | undefined): boolean =>
  step?.kind === 'event' && step.what === 'the flow ends the contact';

/** Plays a contact along the way of a witness, and nothing but that. */
class Replay {
  private readonly simulation: Simulation;
  private readonly faults: WorldFault[] = [];
  private readonly onWay = new Map<number, Contact>();
  private position = 0;
  private isOpen = true;
  problem: string | undefined;

  constructor(
    private readonly world: World,
    private readonly entry: EntryPoint,
    private readonly steps: readonly WitnessStep[],
    assumptions: Partial<Assumptions>,
  ) {
    const answers = [...answersFor(steps, (step) => this.parametersOf(step))];
    const invoke = () => answers.shift() ?? { tier: 'silver' };
    this.simulation = new Simulation(
      {
        ...world,
        multiParty: true,
        hours: [office(() => this.isOpen)],
        functions: [{ arn: functionArn('LookUp'), name: 'LookUp', invoke }],
        faults: this.faults,
      },
      { assumptions, onStep: (taken) => this.took(taken) },
    );
    for (const name of AGENTS) this.simulation.seat({ name });
    // Nobody is offered a contact: the witness says when one is accepted.
    Object.assign(this.simulation, { route: () => undefined });
  }

  get contacts(): readonly Contact[] {
    return this.simulation.contacts;
  }

  /** Plays until something holds once the way has been gone. */
  async play(holds: () => boolean): Promise<void> {
    while (this.position < this.steps.length && this.problem === undefined) {
      const step = this.steps[this.position] as WitnessStep;
      if (step.kind === 'event') await this.happens(step);
      else await this.leaves(step);
    }
    if (this.problem === undefined) await this.simulation.advance(holds, AFTERWARDS_SECONDS);
  }

  private parametersOf({ flow, action }: ActionStep): JsonObject {
    const written = [...this.world.flows, ...this.world.modules].find(({ name }) => name === flow)?.document;
    return written?.Actions.find(({ Identifier }) => Identifier === action)?.Parameters ?? {};
  }

  private next(): void {
    this.position++;
    const step = this.steps[this.position];
    // A contact that an action started is the newest one by now.
    if (step !== undefined && this.steps[this.position - 1]?.kind === 'action') this.contact(step);
    this.prepare();
  }

  /** The step that comes next; what a flow brings about by ending takes no time, and the next flow runs at once. */
  private upcoming(): WitnessStep | undefined {
    const step = this.steps[this.position];
    return isAtOnce(step) ? this.steps[this.position + 1] : step;
  }

  /** The world as the next action wants it. */
  private prepare(): void {
    const step = this.upcoming();
    this.faults.length = 0;
    if (step?.kind !== 'action') return;
    const { action, flow, type, exit } = step;
    if (type === 'CheckHoursOfOperation') this.isOpen = exit !== 'Equals False';
    const isError = /^[A-Z]\w+$/.test(exit);
    if (isError && !DECIDES_ITSELF.includes(type)) this.faults.push({ action, flow, error: exit as ErrorType });
  }

  private took({ contact, flow, action, exit }: StepTaken): void {
    const step = this.upcoming();
    if (step?.kind !== 'action' || !this.isOn(contact, step)) return;
    if (step.action !== action.Identifier || step.flow !== flow.name) return;
    if (isAtOnce(this.steps[this.position])) this.next();
    if (step.exit === exit) this.next();
    else this.problem ??= `${step.flow} › ${step.action} left by ${exit}, not by ${step.exit}`;
  }

  private isOn(contact: Contact, step: WitnessStep): boolean {
    return this.isNamed(contact, step) && (this.contact(step) ?? contact) === contact;
  }

  private isNamed({ method, channel, variant }: Contact, { contact }: WitnessStep): boolean {
    return method === contact.method && channel === contact.channel && variant === contact.variant;
  }

  private async until(what: string, holds: () => boolean, seconds = PATIENCE_SECONDS): Promise<void> {
    const came = await this.simulation.advance(() => holds() || this.problem !== undefined, seconds);
    if (!came) this.problem ??= `waited in vain until ${what} (${this.simulation.stopped ?? 'nothing happens'})`;
  }

  /** On the clock, as everything that happens; functions that are called then are waited for. */
  private async now(happens: () => void): Promise<void> {
    let done = false;
    this.simulation.clock.after(0, () => {
      happens();
      done = true;
    });
    await this.until('it happens', () => done);
  }

  private async leaves(step: ActionStep): Promise<void> {
    const { position } = this;
    const key = step.type === 'GetParticipantInput' ? keyIn(step.exit) : undefined;
    const listens = () => this.listening(step) !== undefined;
    await this.until(`${step.flow} › ${step.action} leaves by ${step.exit}`, () => {
      return this.position > position || (key !== undefined && listens());
    });
    if (this.position === position && key !== undefined) await this.now(() => this.listening(step)?.hear(key));
  }

  private listening({ flow, action }: ActionStep): Execution | undefined {
    return this.contacts
      .flatMap(({ executions }) => [...executions])
      .find((each) => each.listening !== null && each.actionId === action && each.frame.flow.name === flow);
  }

  /** A contact that follows another one comes after it. */
  private contact(step: WitnessStep): Contact | undefined {
    const { number } = step.contact;
    const known = this.onWay.get(number);
    if (known !== undefined) return known;
    const taken = new Set(this.onWay.values());
    const isNew = (each: Contact) => this.isNamed(each, step) && !taken.has(each);
    const found = number === 1 ? this.contacts[0] : this.contacts.findLast(isNew);
    if (found !== undefined) this.onWay.set(number, found);
    return found;
  }

  private async happens(step: EventStep): Promise<void> {
    this.next();
    if (step.what === 'the contact starts') return this.starts();
    const isState =
      (...states: readonly string[]) =>
      () =>
        states.includes(this.contact(step)?.state ?? '');
    if (step.what === 'an agent accepts the contact') await this.until('it waits', isState('queued'));
    else if (step.what !== 'the customer answers' && step.what !== 'the flow ends the contact')
      await this.until('it is there', isState('flow', 'queued', 'connected'));
    const contact = this.contact(step);
    if (contact !== undefined && this.problem === undefined) await this.does(step, contact);
  }

  private starts(): Promise<void> {
    const { method, channel, flow = '', queue = '', attributes } = this.entry;
    const starts: Readonly<Record<string, Start>> = {
      INBOUND: { method: 'INBOUND', flow },
      API: { method: 'API', channel, flow, ...(typeof attributes === 'object' && { attributes }) },
      OUTBOUND: { method: 'OUTBOUND', agent: 'ana', queue },
    };
    return this.now(() => this.simulation.startContact(starts[method] as Start, storyOf()));
  }

  private async does({ what, about = '' }: EventStep, contact: Contact): Promise<void> {
    const connected = () => contact.state === 'connected' && contact.connectedToAgent !== null;
    switch (what) {
      case 'an agent accepts the contact':
        return this.now(() => this.accepts(contact));
      case 'the flow ends':
        return this.until(`"${about}" ends`, () =>
          contact.runs.some(({ name, end }) => name === about && end !== null),
        );
      case 'an agent transfers the contact':
        await this.until('they talk', connected);
        this.join(contact);
        return this.now(() => this.simulation.startTransfer(contact, about));
      case 'an agent sends a flow':
        await this.until('they talk', connected);
        return this.now(() => sendFlow(this.simulation, contact, about));
      case 'an agent puts somebody on hold':
        await this.until('they talk', connected);
        return this.now(() => this.simulation.playStage(contact, holdStage(about as Party, 'JOIN'), () => {}));
      case 'the hold ends':
        for (const party of ['CUSTOMER', 'AGENT', 'SOURCE_AGENT', 'DESTINATION_AGENT'] as const)
          this.simulation.takeOffHold(contact, party);
        return;
      case 'an agent hangs up':
        await this.until('they talk', connected);
        this.join(contact);
        return this.now(() => this.simulation.end(contact, 'AGENT_DISCONNECT'));
      case 'the customer hangs up':
        return this.now(() => this.simulation.end(contact, 'CUSTOMER_DISCONNECT'));
      case 'the flow ends the contact':
        return this.until('it is over', () => contact.state === 'ended');
      case 'the contact expires':
        return this.now(() => this.simulation.end(contact, 'EXPIRED'));
      case 'an agent pauses the task':
        await this.until('they talk', connected);
        return this.now(() => void pauseTask(this.simulation, contact));
      case 'an agent resumes the task':
        await this.until('they talk', connected);
        if (contact.pauses.length === 0) contact.pauses.push({ start: this.simulation.clock.now, end: null });
        return this.now(() => resumeTask(this.simulation, contact));
      case 'the whisper is cut off':
        for (const execution of contact.executions)
          if (execution.run.flowType === 'AGENT_WHISPER') execution.stop('too long');
        return;
    }
  }

  /** Who consult have had the customer join before anything else comes of it. */
  private join({ parties }: Contact): void {
    if (parties.has('SOURCE_AGENT')) parties.set('CUSTOMER', { name: 'Customer' });
  }

  /** Whoever is free, or whose queue it is. */
  private accepts(contact: Contact): void {
    const desks = [...this.simulation.desks.values()];
    const owner = desks.find(({ agent }) => agent.arn === contact.queue?.agent);
    const desk = owner ?? desks.find(({ agent, work }) => work.length === 0 && agent !== agentOf(contact));
    if (desk === undefined) return;
    putOn(desk, contact, 'offered');
    contact.parties.set(agentPart(contact), { name: desk.agent.name, agent: desk.agent });
    this.simulation.accept(contact, desk);
  }
}

/** Why a witness, replayed, does not play the flow that it claims; undefined where it does. */
export const faultIn = async (
  world: World,
  entry: EntryPoint,
  { flow, source }: StageRun,
  { steps }: Witness,
  assumptions: Partial<Assumptions> = {},
): Promise<string | undefined> => {
  const replay = new Replay(world, entry, steps, assumptions);
  const name = flow.kind === 'flow' ? flow.name : undefined;
  const runsOf = () => replay.contacts.flatMap((contact) => contact.runs);
  const ran = () => runsOf().some((run) => run.name === name && run.source === source);
  await replay.play(ran);
  if (replay.problem !== undefined) return replay.problem;
  const runs = runsOf();
  return ran()
    ? undefined
    : `"${name}" (${source}) did not run; there ran ${runs.map((run) => `"${run.name}" (${run.source})`).join(', ')}`;
};
