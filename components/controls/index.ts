/** The controls that every page of the extension is built from. Styles: components/base.css. */
export { Badge, RiskBadge, TierBadge, TierPips } from './badges';
export { Button, IconButton, RemoveButton } from './button';
export { Select, TextArea, TextField, type TextFieldProps } from './field';
export { FileButton } from './file-button';
export { FormActions, type FormActionsProps } from './form-actions';
export { Icon, type IconName } from './icons';
export { Initials, initialsOf } from './initials';
export { Menu, type MenuItem } from './menu';
export { Passphrase } from './passphrase';
export { Popover } from './popover';
export { EmptyState, ErrorState, LoadingState } from './states';
export { Toast, type ToastMessage } from './toast';
