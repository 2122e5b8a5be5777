import type { PointOfSale, Remaining } from '../../../shared/wire.ts';
import { Accepted } from '../payline.tsx';
import { Problem, type Task } from '../task.tsx';
import { r } from './stage.tsx';

interface Props {
  readonly proof: Task<readonly PointOfSale[]>;
  readonly retry: () => void;
}

/** Whether Payline accepts the key that is now in the files. */
export function ProveStage({ proof, retry }: Props) {
  return (
    <>
      <p role="status">{proof.state === 'busy' && r.proving}</p>
      {proof.state === 'failed' && <Problem error={proof.error} retry={retry} />}
      {proof.state === 'done' && <Accepted pointsOfSale={proof.value} />}
    </>
  );
}

/** Where the old key still is. Whatever reads it there needs the new one before the old one ends. */
export function RemainingStage({ remaining, retry }: { remaining: Task<Remaining>; retry: () => void }) {
  return (
    <>
      <p role="status">{remaining.state === 'busy' && r.searching}</p>
      {remaining.state === 'failed' && <Problem error={remaining.error} retry={retry} />}
      {remaining.state === 'done' && <Occurrences {...remaining.value} />}
    </>
  );
}

type Occurrence = Remaining['places'][number];

/** Says that the old key is nowhere only if every place could be read. */
function Occurrences({ places, more, projects, unread = 0 }: Remaining) {
  const isNowhere = places.length + projects.length === 0;
  return (
    <>
      {unread > 0 && <p class="notice warning">{r.unread(unread)}</p>}
      {isNowhere ? (
        unread === 0 && <p>{r.nowhere}</p>
      ) : (
        <Found places={places} more={more} projects={projects} />
      )}
    </>
  );
}

function Found({ places, more, projects }: Omit<Remaining, 'unread'>) {
  return (
    <div class="notice warning">
      <p>
        <strong>{r.still}</strong>
      </p>
      <ul>
        {projects.map((name) => (
          <li key={name}>{r.wholeProject(name)}</li>
        ))}
        {places.map((place) => (
          <li key={Object.values(place).join(' ')}>
            <span class="mono">{r.line(place.path ?? r.noName, place.line)}</span> <History {...place} />
          </li>
        ))}
        {more > 0 && <li>{r.moreLines(more)}</li>}
      </ul>
    </div>
  );
}

function History({ commit }: Occurrence) {
  return commit === null ? null : <small>{r.inHistory(commit.slice(0, 10))}</small>;
}
