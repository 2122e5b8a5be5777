import { useState } from 'preact/hooks';
import { AddRecipient } from '../recipients/add-recipient.tsx';
import { r } from '../recipients/language.ts';
import { RecipientRow } from '../recipients/recipient-row.tsx';
import { useRecipients } from '../recipients/use-recipients.ts';

/** The colleagues whom keys are sealed for. */
export function RecipientsSection() {
  const colleagues = useRecipients();
  const [said, say] = useState('');
  if (!colleagues) return null;
  return (
    <section class="card" aria-labelledby="recipients">
      <h2 id="recipients">{r.title}</h2>
      <p class="hint">{r.more}</p>
      {colleagues.length === 0 ? (
        <p>{r.none}</p>
      ) : (
        <ul class="plain rows people">
          {colleagues.map((colleague) => (
            <RecipientRow key={colleague.recipient} colleague={colleague} say={say} />
          ))}
        </ul>
      )}
      <AddRecipient kept={() => {}} say={say} />
      <p role="status">{said}</p>
    </section>
  );
}
