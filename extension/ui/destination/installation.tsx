import { useEffect, useState } from 'preact/hooks';
import { isolated } from '../../../shared/outside-text.ts';
import type { Plan, Project, Receipt } from '../../../shared/wire.ts';
import type { Way } from '../../chosen-way.ts';
import { targetNames } from '../../host/proof.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import { HostProblem, Pairing } from '../host-problem.tsx';
import { KeyCard } from '../key-card.tsx';
import { t } from '../language.ts';
import { Question } from '../question.tsx';
import { Sending } from '../sending/sending.tsx';
import { Problem, type Task, useTask } from '../task.tsx';
import { ByHand } from './by-hand.tsx';
import { Changes } from './changes.tsx';
import { Confirmation, confirmedMerchant } from './confirmation.tsx';
import { type EnteredCallback, InShop } from './in-shop.tsx';
import { isOpenTo, ProjectChoice } from './project-choice.tsx';
import { WayChoice } from './way-choice.tsx';

interface Props {
  readonly capture: Waiting;
  readonly way: Way | undefined;
  readonly chooseWay: (way: Way) => void;
  /** @param projectName where it is known */
  readonly done: (receipt: Receipt, projectName?: string) => void;
  readonly onEntered: EnteredCallback;
  readonly forget: () => void;
}

/** One key: the choice of where it goes, and then the steps of that way. */
export function Installation({ capture, way, chooseWay, done, onEntered, forget }: Props) {
  const steps = useSteps(capture, done);
  const { projects, plan, installation } = steps;
  const isBusy = [projects, plan, installation].some(({ state }) => state === 'busy');
  return (
    <>
      <KeyCard waiting={capture} />
      <WayChoice chosen={way} choose={chooseWay} isBusy={installation.state === 'busy'} />
      {way === 'files' && <IntoFiles capture={capture} steps={steps} isBusy={isBusy} />}
      <OtherWay capture={capture} way={way} onEntered={onEntered} />
      <footer class="actions">
        <button type="button" class="quiet" title={t.laterMore} onClick={() => window.close()}>
          {t.later}
        </button>
        <Forget masked={capture.key.masked} isBusy={isBusy} forget={forget} />
      </footer>
    </>
  );
}

interface FilesProps {
  readonly capture: Waiting;
  readonly steps: ReturnType<typeof useSteps>;
  readonly isBusy: boolean;
}

/** The way through the configurator: choose a project, review the changes, install. */
function IntoFiles({ capture, steps, isBusy }: FilesProps) {
  const { projects, project, plan, installation } = steps;
  return (
    <>
      {projects.state === 'failed' && <HostProblem error={projects.error} retry={steps.begin} />}
      {projects.state === 'done' && steps.uncompared && (
        <Pairing recipient={steps.uncompared} onAnswer={steps.begin} />
      )}
      {projects.state === 'done' && (
        <ProjectChoice
          projects={projects.value}
          keySummary={capture.key}
          chosen={project}
          choose={steps.choose}
        />
      )}
      {project && plan.state !== 'done' && (
        <button type="button" class="primary" disabled={isBusy} onClick={steps.showChanges}>
          {t.showChanges}
        </button>
      )}
      {plan.state === 'failed' && <Problem error={plan.error} retry={steps.showChanges} />}
      {plan.state === 'done' && <Changes plan={plan.value} />}
      {plan.state === 'done' && installation.state !== 'failed' && (
        <Confirmation
          capture={capture}
          plan={plan.value}
          text={t.installIn(capture.key.environment, nameOf(project, projects))}
          isBusy={isBusy}
          install={steps.install}
        />
      )}
      {installation.state === 'failed' && <Problem error={installation.error} retry={steps.begin} />}
      <p role="status">
        {projects.state === 'busy' && t.lookingForProjects}
        {plan.state === 'busy' && t.preparing}
        {installation.state === 'busy' && t.installing}
      </p>
    </>
  );
}

/** The ways without the configurator, for a key that this extension can open. */
function OtherWay({ capture, way, onEntered }: Pick<Props, 'capture' | 'way' | 'onEntered'>) {
  if (way === undefined || way === 'files') return null;
  if (capture.onlyFor !== undefined) {
    return (
      <section class="card">
        <h2>{t.onlyConfigurator}</h2>
        <p>{t.onlyConfiguratorMore}</p>
      </section>
    );
  }
  if (way === 'developer') return <Sending capture={capture} />;
  return way === 'shop' ? <InShop capture={capture} onEntered={onEntered} /> : <ByHand capture={capture} />;
}

function nameOf(project: string | undefined, projects: Task<readonly Project[]>): string {
  const known = projects.state === 'done' ? projects.value : [];
  return isolated(known.find(({ id }) => id === project)?.name ?? '');
}

/** The state of the three requests (projects, plan, installation) and of the chosen project. */
function useSteps({ captureId, key }: Waiting, done: Props['done']) {
  const [projects, load] = useTask<readonly Project[]>();
  const [plan, makePlan, dropPlan] = useTask<Plan>();
  const [installation, runInstallation, dropInstallation] = useTask<void>();
  const [project, setProject] = useState<string>();
  const [uncompared, setUncompared] = useState<string | null>(null);

  const choose = (id: string | undefined) => {
    setProject(id);
    dropPlan();
    dropInstallation();
  };
  const begin = () => {
    choose(undefined);
    void load(async () => {
      // An installation whose answer was lost may have taken place.
      const { receipt } = await send('recall', { captureId });
      if (receipt) done(receipt);
      const { projects } = await send('projects', {});
      setUncompared((await send('pairing', {})).recipient);
      const open = projects.filter((one) => isOpenTo(one, key));
      if (open.length === 1) setProject(open[0]?.id);
      return projects;
    });
  };
  useEffect(begin, []);
  const showChanges = () => {
    if (project) void makePlan(async () => (await send('plan', { captureId, project })).plan);
  };
  const install = () => {
    if (!project || plan.state !== 'done') return;
    const { digest } = plan.value;
    const order = {
      captureId,
      project,
      digest,
      files: targetNames(plan.value),
      ...confirmedMerchant(plan.value),
    };
    const name = nameOf(project, projects);
    void runInstallation(async () => done((await send('install', order)).receipt, name));
  };
  return { uncompared, projects, project, plan, installation, choose, begin, showChanges, install };
}

interface ForgetProps {
  readonly masked: string;
  readonly isBusy: boolean;
  readonly forget: () => void;
}

/** Forgets a key, after a question, because this cannot be undone. */
function Forget({ masked, isBusy, forget }: ForgetProps) {
  return (
    <Question
      open={t.forget}
      question={t.forgetQuestion}
      more={t.forgetMore(masked)}
      no={t.keepIt}
      yes={t.forgetConfirm}
      isBusy={isBusy}
      isDangerous
      act={forget}
    />
  );
}
