import type { PointOfSale } from '../../../shared/wire.ts';
import { y } from './language.ts';

/** What Payline says of a key that works: the merchant's points of sale, each with its contracts. */
export function Accepted({ pointsOfSale }: { pointsOfSale: readonly PointOfSale[] }) {
  return (
    <div class="notice safe">
      <p>
        <strong>{y.works}</strong>
      </p>
      {pointsOfSale.length > 0 && (
        <ul>
          {pointsOfSale.map(({ label, contracts, more }) => (
            <li key={label}>
              {label}{' '}
              <small>{[...contracts, ...(more > 0 ? [y.more(more)] : [])].join(', ') || y.noContracts}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
