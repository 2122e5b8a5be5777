import { useEffect, useState } from 'preact/hooks';
import { isolated } from '../../../shared/outside-text.ts';
import { shops as knownShops, type Shop } from '../../../shared/shops.ts';
import type { ShopInProject } from '../../../shared/wire.ts';
import { typeset } from '../../../shared/wording.ts';
import { lastChosenShop, storeChosenShop } from '../../chosen-way.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import { dateText, language, sentence, t } from '../language.ts';
import { Question } from '../question.tsx';
import { Problem, useTask } from '../task.tsx';
import { type CopiedField, CopyFields, usualFields } from './by-hand.tsx';
import { d } from './way-choice.tsx';

/** A shop where a person enters the key: the shop of a project, or a product chosen by name. */
interface Place {
  readonly id: string;
  readonly name: string;
  /** The products it is built with; empty if that is not known. */
  readonly kits: readonly Kit[];
  readonly project?: string;
  /** When a person said that they entered this very key there. */
  readonly entered?: string | undefined;
}

type Kit = Pick<Shop, 'name' | 'title'>;

/** Called once the person says that the key is there. */
export type EnteredCallback = (where: string, at: string) => void;

/** The way without files: step by step, the person enters the key in the administration of a shop. */
export function InShop({ capture, onEntered }: { capture: Waiting; onEntered: EnteredCallback }) {
  const places = usePlaces(capture);
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    void lastChosenShop().then((last) => setChosen((now) => now ?? last));
  }, []);
  if (!places) return null;
  const inProjects = places.filter(({ project }) => project !== undefined);
  const only = inProjects.length === 1 ? inProjects[0] : undefined;
  const place = places.find(({ id }) => id === chosen) ?? only;
  const choose = (id: string) => {
    setChosen(id);
    void storeChosenShop(id);
  };
  return (
    <>
      <fieldset class="ways">
        <legend>{d.which}</legend>
        {places.map(({ id, name, kits, project, entered }) => (
          <label class="choice" key={id}>
            <input
              type="radio"
              name="shop"
              value={id}
              checked={id === place?.id}
              onChange={() => choose(id)}
            />
            <span>
              {name}
              {project && <small>{kits.map(({ title }) => title).join(', ')}</small>}
              {entered && <small>{d.saidOn(dateText(entered))}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {place && <ShopSteps key={place.id} capture={capture} place={place} onEntered={onEntered} />}
    </>
  );
}

/** The projects' shops that this key fits come first. `undefined` until the configurator has answered or failed. */
function usePlaces({ key }: Waiting): readonly Place[] | undefined {
  const [inProjects, setInProjects] = useState<readonly ShopInProject[]>();
  useEffect(() => {
    send('shops', {}).then(
      ({ shops }) => setInProjects(shops),
      () => setInProjects([]),
    );
  }, []);
  if (!inProjects) return undefined;
  const open = inProjects.filter(
    ({ environment, merchant = key.merchantId }) =>
      environment === key.environment && merchant === key.merchantId,
  );
  return [
    ...open.map((shop) => placeOf(shop, key.fingerprint)),
    ...knownShops.map(({ name, title }) => ({ id: name, name: title, kits: [{ name, title }] })),
    { id: 'other', name: d.other, kits: [] },
  ];
}

/** @param fingerprint of the key to enter */
export function placeOf({ project, name, kits, entered }: ShopInProject, fingerprint: string): Place {
  const at = entered?.fingerprint === fingerprint ? entered.at : undefined;
  return { id: `project ${project}`, name: isolated(name), kits, project, entered: at };
}

interface StepsProps {
  readonly capture: Waiting;
  readonly place: Place;
  readonly onEntered: EnteredCallback;
}

/** The steps in the shop, a copy button for each field that it needs, and the person's confirmation. */
export function ShopSteps({ capture, place, onEntered }: StepsProps) {
  const { captureId, key } = capture;
  const [confirming, confirm, retry] = useTask<void>();
  const { name: where, project } = place;
  const done = () =>
    void confirm(async () => {
      const { at } = await send('entered', { captureId, where, ...(project && { project }) });
      onEntered(where, at);
    });
  const known = place.kits.map((kit) => knownShops.find(({ name }) => name === kit.name) ?? kit);
  return (
    <section class="card" aria-label={where}>
      {known.length === 0 ? (
        <Steps steps={d.otherSteps} />
      ) : (
        known.map((kit) => <KitSteps key={kit.name} kit={kit} />)
      )}
      <p>{d.isFor(t.environments[key.environment])}</p>
      <CopyFields capture={capture} fields={fieldsOf(known)} />
      <p>{d.stays}</p>
      {confirming.state === 'failed' && <Problem error={confirming.error} retry={retry} />}
      <Question
        open={d.said}
        question={d.saidQuestion}
        more={d.saidMore(key.masked)}
        no={d.saidNo}
        yes={d.saidYes}
        isBusy={confirming.state === 'busy'}
        isPlain
        act={done}
      />
    </section>
  );
}

function KitSteps({ kit }: { kit: Kit | Shop }) {
  return (
    <>
      <h2>{kit.title}</h2>
      {'keyForm' in kit && <p>{d.forms[kit.keyForm]}</p>}
      <Steps
        steps={
          'steps' in kit ? kit.steps[language].map((step) => sentence(typeset(step, language))) : d.otherSteps
        }
      />
    </>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

/** The fields that these products need, in the order of their forms; the usual fields for an unknown product. */
function fieldsOf(kits: readonly (Kit | Shop)[]): readonly CopiedField[] {
  const forms = kits.map((kit) => ('keyForm' in kit ? fieldsOfForm[kit.keyForm] : usualFields));
  return forms.length === 0 ? usualFields : [...new Set(forms.flat())];
}

const fieldsOfForm: Readonly<Record<Shop['keyForm'], readonly CopiedField[]>> = {
  pair: ['merchantId', 'accessKey'],
  credentials: ['credentials'],
  authorization: ['authorization'],
};
