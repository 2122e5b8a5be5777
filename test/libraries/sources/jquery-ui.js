import 'jquery-ui/themes/base/core.css';
import 'jquery-ui/themes/base/button.css';
import 'jquery-ui/themes/base/dialog.css';
import 'jquery-ui/themes/base/theme.css';
import $ from './shared/jquery.js';
import 'jquery-ui/ui/version.js';
import 'jquery-ui/ui/widget.js';
import 'jquery-ui/ui/data.js';
import 'jquery-ui/ui/disable-selection.js';
import 'jquery-ui/ui/plugin.js';
import 'jquery-ui/ui/keycode.js';
import 'jquery-ui/ui/position.js';
import 'jquery-ui/ui/focusable.js';
import 'jquery-ui/ui/tabbable.js';
import 'jquery-ui/ui/unique-id.js';
import 'jquery-ui/ui/scroll-parent.js';
import 'jquery-ui/ui/widgets/mouse.js';
import 'jquery-ui/ui/widgets/draggable.js';
import 'jquery-ui/ui/widgets/resizable.js';
import 'jquery-ui/ui/widgets/button.js';
import 'jquery-ui/ui/widgets/dialog.js';
import { copy, kind, present, words } from './shared/console.js';

function row({ label, value }) {
  const cell = $('<td>');
  if (kind === 'text') cell.text(value);
  else cell.append($('<input readonly size="40">').val(value));
  if (kind === 'copyable')
    cell.append($('<button type="button">').text(words.copy).button().on('click', copy(value)));
  return $('<tr>').append($('<td>').text(label), cell);
}

const table = $('<table>');
const box = $('<div>').append($('<p>').text(words.warning), table).appendTo('body');
box.dialog({ autoOpen: false, title: words.title, modal: true, width: 600, closeText: words.close });
present((fields) => {
  const inputs = table.find('input');
  if (inputs.length > 0) inputs.each((at, input) => void $(input).val(fields[at].value));
  else table.empty().append(fields.map(row));
  box.dialog('open');
});
