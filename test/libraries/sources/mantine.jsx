import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Text.css';
import { Button, CopyButton, MantineProvider, Modal, Text, TextInput } from '@mantine/core';
import { kind, words } from './shared/console.js';
import { draw } from './shared/react.jsx';

function Field({ label, value }) {
  if (kind === 'text') {
    return (
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text>{value}</Text>
      </div>
    );
  }
  const copier = (
    <CopyButton value={value}>{({ copy }) => <Button onClick={copy}>{words.copy}</Button>}</CopyButton>
  );
  const inside = kind === 'copyable' ? { rightSection: copier, rightSectionWidth: 90 } : {};
  return <TextInput label={label} value={value} readOnly {...inside} />;
}

draw(({ isOpen, fields, close }) => (
  <MantineProvider>
    <Modal
      opened={isOpen}
      onClose={close}
      title={words.title}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Text>{words.warning}</Text>
      {fields.map((field) => (
        <Field key={field.label} {...field} />
      ))}
    </Modal>
  </MantineProvider>
));
