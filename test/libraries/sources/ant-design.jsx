import Descriptions from 'antd/es/descriptions';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import Typography from 'antd/es/typography';
import { kind, words } from './shared/console.js';
import { draw } from './shared/react.jsx';

function Fields({ fields }) {
  if (kind === 'text') {
    const items = fields.map(({ label, value }) => ({ key: label, label, children: value }));
    return <Descriptions column={1} items={items} />;
  }
  const show = (value) =>
    kind === 'copyable' ? (
      <Typography.Text copyable>{value}</Typography.Text>
    ) : (
      <Input readOnly value={value} />
    );
  return (
    <Form layout="vertical">
      {fields.map(({ label, value }) => (
        <Form.Item key={label} label={label}>
          {show(value)}
        </Form.Item>
      ))}
    </Form>
  );
}

draw(({ isOpen, fields, close }) => (
  <Modal open={isOpen} title={words.title} onCancel={close} footer={null}>
    <p>{words.warning}</p>
    <Fields fields={fields} />
  </Modal>
));
