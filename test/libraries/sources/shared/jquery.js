import $ from 'jquery';

// What its plug-ins take it from.
window.jQuery = $;

export default $;
