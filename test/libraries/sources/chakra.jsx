import {
  Button,
  ChakraProvider,
  Clipboard,
  CloseButton,
  DataList,
  Dialog,
  defaultSystem,
  Field,
  Input,
  Portal,
} from '@chakra-ui/react';
import { kind, words } from './shared/console.js';
import { draw } from './shared/react.jsx';

function Fields({ fields }) {
  if (kind === 'text') {
    return (
      <DataList.Root>
        {fields.map(({ label, value }) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList.Root>
    );
  }
  return fields.map(({ label, value }) =>
    kind === 'copyable' ? (
      <Clipboard.Root key={label} value={value}>
        <Clipboard.Label>{label}</Clipboard.Label>
        <Clipboard.Input />
        <Clipboard.Trigger asChild>
          <Button>{words.copy}</Button>
        </Clipboard.Trigger>
      </Clipboard.Root>
    ) : (
      <Field.Root key={label} readOnly>
        <Field.Label>{label}</Field.Label>
        <Input value={value} />
      </Field.Root>
    ),
  );
}

draw(({ isOpen, fields, close }) => (
  <ChakraProvider value={defaultSystem}>
    <Dialog.Root open={isOpen} onOpenChange={({ open }) => open || close()}>
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner>
          <Dialog.Content>
            <Dialog.Header>
              <Dialog.Title>{words.title}</Dialog.Title>
            </Dialog.Header>
            <Dialog.Body>
              <p>{words.warning}</p>
              <Fields fields={fields} />
            </Dialog.Body>
            <Dialog.CloseTrigger asChild>
              <CloseButton aria-label={words.close} />
            </Dialog.CloseTrigger>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  </ChakraProvider>
));
