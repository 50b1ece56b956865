import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { tierOf } from '../../../utils/retention/shown';
import { IconButton, Initials, RiskBadge, TierBadge } from '../../controls';
import { stageName } from '../../terms';
import { Complaints } from './Complaints';
import { Erase } from './Erase';
import { Identity } from './Identity';
import { Notes } from './Notes';
import { People } from './People';
import type { RecordProps } from './props';
import { Reminders } from './Reminders';
import { Standing } from './Standing';

/** The whole record of one customer: every field can be changed where it stands. */
export function Record(props: RecordProps) {
  const { card, actions, onClose } = props;
  const { customer, contacts, complaints, reminders, interactions } = card;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [customer.id]);
  return (
    <article
      class="record"
      aria-label={customer.name}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header class="record-head">
        <Initials name={customer.name} company={customer.kind === 'company'} />
        <div class="record-who">
          <h2 class="record-name" ref={head} tabIndex={-1}>
            {customer.name}
          </h2>
          <p class="record-badges">
            <TierBadge tier={tierOf(customer, card.insight)} />
            <RiskBadge level={customer.riskLevel ?? props.riskLevel} />
            <span class="faint">{stageName(props.stage)}</span>
          </p>
        </div>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      <div class="record-body">
        <Part title={t('record_identity')} open>
          <Identity {...props} />
        </Part>
        <Part title={t('record_worth')} open>
          {props.worth}
        </Part>
        <Part title={t('record_standing')} open>
          <Standing {...props} />
        </Part>
        <Part title={t('record_staying')} open>
          {props.staying}
        </Part>
        <Part title={t('record_notes')} count={interactions.length} open>
          <Notes {...props} />
        </Part>
        <Part title={t('record_reminders')} count={reminders.length} open={reminders.length > 0}>
          <Reminders {...props} />
        </Part>
        <Part title={t('record_people')} count={contacts.length} open={contacts.length > 0}>
          <People {...props} />
        </Part>
        <Part title={t('record_complaints')} count={complaints.length} open={complaints.length > 0}>
          <Complaints {...props} />
        </Part>
        <footer class="record-foot">
          <Erase actions={actions} />
        </footer>
      </div>
    </article>
  );
}

interface PartProps {
  title: string;
  count?: number;
  open: boolean;
  children: ComponentChildren;
}

function Part({ title, count, open, children }: PartProps) {
  return (
    <details class="part" open={open}>
      <summary class="part-head">
        <h3>{title}</h3>
        {count !== undefined && <span class="faint">{count}</span>}
      </summary>
      <div class="part-body">{children}</div>
    </details>
  );
}
