import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  FluentProvider,
  Input,
  Label,
  Text,
  webLightTheme,
} from '@fluentui/react-components';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/react.jsx';

function KeyField({ label, value }) {
  if (kind === 'text') {
    return (
      <div>
        <Label>{label}</Label>
        <Text block>{value}</Text>
      </div>
    );
  }
  const button = (
    <Button appearance="transparent" aria-label={words.copy} onClick={copy(value)} icon={<i>⧉</i>} />
  );
  return (
    <Field label={label}>
      <Input readOnly value={value} contentAfter={kind === 'copyable' ? button : undefined} />
    </Field>
  );
}

draw(({ isOpen, fields, close }) => (
  <FluentProvider theme={webLightTheme}>
    <Dialog open={isOpen} onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <Text>{words.warning}</Text>
            {fields.map((field) => (
              <KeyField key={field.label} {...field} />
            ))}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{words.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  </FluentProvider>
));
