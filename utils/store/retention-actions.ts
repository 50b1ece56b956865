/** What people record about staying and leaving, each one change with one undo; see actions.ts. */
export * from './asking-actions';
export * from './complaint-actions';
export * from './leaving-actions';
export * from './plan-actions';
export * from './reason-actions';
