import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/react.jsx';

function Field({ label, value }) {
  if (kind === 'text') {
    return (
      <div>
        <Typography variant="caption">{label}</Typography>
        <Typography>{value}</Typography>
      </div>
    );
  }
  const endAdornment = (
    <InputAdornment position="end">
      <IconButton aria-label={words.copy} onClick={copy(value)}>
        ⧉
      </IconButton>
    </InputAdornment>
  );
  const input = { readOnly: true, ...(kind === 'copyable' && { endAdornment }) };
  return <TextField label={label} value={value} slotProps={{ input }} margin="dense" fullWidth />;
}

draw(({ isOpen, fields, close }) => (
  <Dialog open={isOpen} onClose={close}>
    <DialogTitle>{words.title}</DialogTitle>
    <DialogContent>
      <DialogContentText>{words.warning}</DialogContentText>
      {fields.map((field) => (
        <Field key={field.label} {...field} />
      ))}
    </DialogContent>
    <DialogActions>
      <Button onClick={close}>{words.close}</Button>
    </DialogActions>
  </Dialog>
));
