import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { present } from './console.js';

/**
 * Draws a library's pop-up.
 *
 * @param PopUp takes `isOpen`, `fields` of `label` and `value`, and `close`
 */
export function draw(PopUp) {
  function Page() {
    const [fields, setFields] = useState([]);
    const [isOpen, setOpen] = useState(false);
    useEffect(
      () =>
        present((fields) => {
          setFields(fields);
          setOpen(true);
        }),
      [],
    );
    return <PopUp isOpen={isOpen} fields={fields} close={() => setOpen(false)} />;
  }
  const root = document.createElement('div');
  document.body.append(root);
  createRoot(root).render(<Page />);
}
