import 'primereact/resources/themes/lara-light-blue/theme.css';
import { Button } from 'primereact/button';
import { Dialog } from 'primereact/dialog';
import { FloatLabel } from 'primereact/floatlabel';
import { InputText } from 'primereact/inputtext';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/react.jsx';

function Field({ label, value }) {
  if (kind === 'text') {
    return (
      <p>
        <strong>{label}</strong> <span>{value}</span>
      </p>
    );
  }
  const id = `f${label.length}`;
  if (kind === 'copyable') {
    return (
      <div className="p-inputgroup">
        <label htmlFor={id}>{label}</label>
        <InputText id={id} value={value} readOnly />
        <Button label={words.copy} onClick={copy(value)} />
      </div>
    );
  }
  return (
    <FloatLabel>
      <InputText id={id} value={value} readOnly />
      <label htmlFor={id}>{label}</label>
    </FloatLabel>
  );
}

draw(({ isOpen, fields, close }) => (
  <Dialog visible={isOpen} header={words.title} onHide={close} closeOnEscape ariaCloseIconLabel={words.close}>
    <p>{words.warning}</p>
    {fields.map((field) => (
      <Field key={field.label} {...field} />
    ))}
  </Dialog>
));
