import type {
  Complaint,
  ComplaintCategory,
  ComplaintChannel,
  Interaction,
  NeedKind,
  ReasonId,
  RiskLevel,
  Stage,
  Tier,
} from '../utils/customer/model';
import { type MessageKey, t } from '../utils/i18n';
import type { ChangeWhat, SourceKind } from '../utils/store/types';
import type { EntryKind } from '../utils/value/ledger';

/**
 * The words for the model's values. A value `won-back` of the family `stage` has the key `stage_won_back`:
 * browsers refuse a hyphen in a message name.
 */
type Snake<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : T;
function snake<T extends string>(value: T): Snake<T> {
  return value.replaceAll('-', '_') as Snake<T>;
}

export const tierName = (tier: Tier): string => t(`tier_${snake(tier)}`);
export const stageName = (stage: Stage): string => t(`stage_${snake(stage)}`);
export const riskName = (level: RiskLevel): string => t(`risk_${level}`);
export const reasonName = (reason: ReasonId): string => t(`reason_${snake(reason)}`);
/** What to do against this reason, in a sentence. */
export const adviceFor = (reason: ReasonId): string => t(`advice_${snake(reason)}`);
export const needName = (kind: NeedKind): string => t(`need_${kind}`);
export const interactionName = (kind: Interaction['kind']): string => t(`interaction_${kind}`);
export const entryKindName = (kind: EntryKind): string => t(`entry_${snake(kind)}`);
export const complaintStateName = (status: Complaint['status']): string => t(`complaint_${snake(status)}`);
/** What a complaint is about. */
/** How much a need counts, 1 (must have) to 3. */
export const needPriorityName = (priority: number): string =>
  t(priority === 1 ? 'needPriority_1' : priority === 2 ? 'needPriority_2' : 'needPriority_3');
export const complaintChannelName = (channel: ComplaintChannel): string => t(`heardBy_${channel}`);
export const complaintCategoryName = (category: ComplaintCategory): string => t(`grievance_${category}`);
export const changeName = (what: ChangeWhat): string => t(`change_${snake(what)}` satisfies MessageKey);
/** Where a change was made. */
export const sourceName = (kind: SourceKind): string => t(`source_${kind}`);
