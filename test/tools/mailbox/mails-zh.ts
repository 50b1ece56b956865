import { type Mail, ME } from './mail.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Mails in Chinese. All people, firms and addresses are made up. */
export const CHINESE: Mail[] = [
  {
    id: 'delivery-q4',
    folder: 'inbox',
    from: { name: '周敏', address: 'zhou.min@hengxin-logistics.example' },
    to: [ME],
    cc: [{ name: '吴凯', address: 'wu.kai@hengxin-logistics.example' }],
    subject: '第四季度纸箱交付时间确认',
    ago: 38,
    unread: true,
    parts: [
      {
        kind: 'text',
        text: '林经理，您好：\n\n上周与仓库核对后，我们第四季度的五层瓦楞箱需求比合同多出约两成，主要集中在十二月的前两周。请您帮忙确认：\n\n一、12 月 4 日与 12 月 11 日两批能否按原计划到货；\n二、增量部分的单价是否仍按年度协议执行；\n三、到货前能否提前一天通知收货人，我们要安排叉车。\n\n去年年底有一批晚到了三天，仓库至今还常提起，所以这次想早一点定下来。如果方便，周四下午可以通个电话。',
      },
      {
        kind: 'signature',
        text: '周敏\n恒信物流有限公司 · 采购经理\n电话 021-5550-0142\nzhou.min@hengxin-logistics.example',
      },
    ],
  },
  {
    id: 'tea-box',
    folder: 'inbox',
    from: { name: '何婉清', address: 'he.wanqing@yunling-tea.example' },
    to: [ME],
    subject: '春茶礼盒打样意见',
    ago: 3 * HOUR + 12,
    unread: true,
    parts: [
      {
        kind: 'text',
        text: '安娜好，\n\n样盒今天收到了，纸张的手感很好，烫金也比上一版干净。两处想再改：内衬的茶叶罐位置偏紧，拿取时会带起衬板；盒盖内侧的小字在灯光下看不清，能否加深一档。\n\n改好后请再寄两只到昆明。若这一版定下来，首批八千套，三月十日前到货。',
      },
      { kind: 'signature', text: '何婉清\n云岭茶业 · 产品部\n手机 199-0000-0127' },
    ],
  },
  {
    id: 'ceramics-plan',
    folder: 'inbox',
    from: { name: '陈立', address: 'chen.li@jiangnan-ceramics.example' },
    to: [ME],
    subject: '明年包装计划，想约个时间',
    ago: DAY + 2 * HOUR,
    parts: [
      {
        kind: 'text',
        text: '林小姐：\n\n好久没有联系了。我们明年要上一条外销茶具线，包装这块想重新看一遍：跌落测试、可回收材料、还有出口欧洲要的标识。\n\n您这边若还方便，下周来景德镇一趟？窑上的人也想当面聊聊破损的事。',
      },
      { kind: 'signature', text: '陈立\n江南瓷业\nchen.li@jiangnan-ceramics.example' },
    ],
  },
  {
    id: 'invoice-title',
    folder: 'inbox',
    from: { name: '吴凯', address: 'wu.kai@hengxin-logistics.example' },
    to: [ME],
    subject: '发票抬头变更通知',
    ago: 2 * DAY + 5 * HOUR,
    parts: [
      {
        kind: 'text',
        text: '林经理您好，\n\n自下月起，我司开票抬头改为“恒信物流有限公司华东分公司”，税号与开户行不变。十一月的对账单请仍按旧抬头开具。\n\n谢谢配合。',
      },
      { kind: 'signature', text: '吴凯 · 恒信物流财务部\n电话 021-5550-0143' },
    ],
  },
  {
    id: 'coffee-cups',
    folder: 'inbox',
    from: { name: '林佳蓉', address: 'chiajung.lin@haiyan-coffee.example' },
    to: [ME],
    subject: '門市紙杯追加訂單',
    ago: 3 * DAY + HOUR,
    parts: [
      {
        kind: 'text',
        text: '安娜您好：\n\n台中新店下個月開幕，12 盎司紙杯想追加六萬個，杯蓋同數量。上一批的印刷顏色大家都很喜歡，請維持同一個版。\n\n另外想請教：若改用可堆肥的內膜，單價大約會差多少？',
      },
      { kind: 'signature', text: '林佳蓉\n海燕咖啡 採購\n電話 02-5550-0119' },
    ],
  },
  {
    id: 'grain-balance',
    folder: 'inbox',
    from: { name: '孙国强', address: 'sun.guoqiang@jinsui-grain.example' },
    to: [ME],
    subject: '往来账余额确认',
    ago: 6 * DAY,
    parts: [
      {
        kind: 'text',
        text: '林经理：\n\n年底对账，请确认截至上月底贵司应收余额为零。编织袋我们今年改由集团统一采购，之前的合作感谢支持。',
      },
      { kind: 'signature', text: '孙国强\n金穗粮油股份有限公司' },
    ],
  },
  {
    id: 'pro-seats-zh',
    folder: 'inbox',
    from: { name: '沈秋白', address: 'shen.qiubai@qiubai-books.example' },
    to: [ME],
    subject: '专业版再加三个席位',
    ago: 5 * DAY + HOUR,
    parts: [
      {
        kind: 'text',
        text: '林经理您好：\n\n工作室又添了人手，请报一下记账软件专业版明年起再加三个席位的价格。其中两位也想参加税务培训。\n\n小满和知远都说换得值，托我向您问好。',
      },
      { kind: 'signature', text: '沈秋白\n秋白书坊' },
    ],
  },
  {
    id: 'sent-ceramics',
    folder: 'sent',
    from: ME,
    to: [{ name: '陈立', address: 'chen.li@jiangnan-ceramics.example' }],
    subject: 'Re: 明年包装计划，想约个时间',
    ago: DAY + HOUR,
    parts: [
      {
        kind: 'text',
        text: '陈总您好：\n\n很高兴听到外销线的消息。下周三我可以到景德镇，带上两种可回收缓冲材料的样品和跌落测试报告。破损的数据请先发我一份，好提前看。',
      },
      { kind: 'signature', text: '林安娜\n素叶包装 · 客户经理\nanna.lin@paperleaf.example' },
      {
        kind: 'quote',
        intro: '陈立 <chen.li@jiangnan-ceramics.example> 写道：',
        text: '好久没有联系了。我们明年要上一条外销茶具线，包装这块想重新看一遍……',
      },
    ],
  },
];
