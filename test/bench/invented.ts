/** Numbers and choices that are the same for the same seed. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2_654_435_761) % 2_147_483_647 || 1;
  }

  /** 0..1. */
  roll(): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state / 2_147_483_647;
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  below(limit: number): number {
    return Math.floor(this.roll() * limit);
  }

  /** One of them; with `lean` above 1 the first ones more often, as names go in the world. */
  of<T>(values: ArrayLike<T>, lean = 1): T {
    const value = values[Math.floor(this.roll() ** lean * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}

const words = (text: string): string[] => text.trim().split(/\s+/);

export const PLACES =
  words(`深圳市 杭州 广州市 苏州 上海 北京市 成都 武汉市 青岛 宁波市 厦门 湖南 山西省 陕西 河北省 江苏 佛山市 东莞 无锡市 南京 重庆
  天津市 长沙 郑州市 合肥 福州市 济南 大连市 沈阳 昆明市`);
export const TRADES =
  words(`科技 电子 贸易 机械 食品 化工 物流 医药 纺织 包装 建材 智能科技 电气 新材料 环保科技 生物科技 软件 信息技术 光电 五金制品
  家具 服饰 汽车配件 精密机械 网络科技 自动化设备 农业 餐饮管理 文化传媒 工程 进出口 能源 塑胶制品 半导体`);
export const FORMS = words('有限公司 股份有限公司 有限责任公司 集团有限公司 有限公司 有限公司 厂');
export const TRADE_CHARS = Array.from(
  '海华信恒盛泰宏达兴安正通利合联创美龙瑞康健宝富福成和平方圆明星宇航飞鸿腾远志诚博世汀澄砾穹鹮澍蔚岚珂墨沐溪铭钧昊晟翊曜辰彦凌霄颂琅屿禾穗麓峤湛潼沅澜璟珩玥骁翎',
);
export const HAN_SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴',
);
export const HAN_GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰萍鹏辉建文斌宇浩然欣怡佳琪雨轩子涵梓晨思远晓波嘉慧志国海燕雪梅春红秀云凤珍永康诗琳泽楷睿茹峰凯',
);

const SYLLABLES =
  words(`bar bel bren cal cor dar del dor fal fen gal gar hal har hol jar kel lan lor mar mel mor nor orl pel quor ral ren ros sal sel
  tam tar tor ul van vel wes wil yar zan`);
const ENDINGS = words(
  'a an ane as by den don el en er ey field ford gate ham ick in ing is ler ley low man mont on or ow rell ridge ric son sted ton ver wick wood',
);

/** A made-up word that reads like a name; few thousand of them, some far more often than others. */
export function word(dice: Dice, lean = 1.5): string {
  const middle = dice.chance(0.35) ? dice.of(SYLLABLES, lean) : '';
  const text = dice.of(SYLLABLES, lean) + middle + dice.of(ENDINGS, lean);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const LATIN_TRADES = words(
  'Trading Bearings Logistics Foods Systems Textiles Consulting Engineering Plastics Motors Tools Energy Software Media Packaging',
);
export const LATIN_FORMS = [
  'Ltd',
  'Ltd.',
  'GmbH',
  'Inc.',
  'LLC',
  'Limited',
  'S.r.l.',
  'BV',
  'Co., Ltd.',
  'AG',
];
export const FIRST_NAMES =
  words(`Ada Ben Carla Daniel Edith Frank Greta Hugo Iris Jonas Karen Leo Mary Nils Olga Peter Quinn Rosa Simon Tessa Ulla Victor
  Wendy Xaver Yvonne Zeno Anna Bruno Clara David Emma Felix Gina Henry Ida Jack Kate Liam Mona Noah Paula Robin Sarah Tom Vera Will`);
export const STREETS = ['Street', 'Road', 'Lane', 'Avenue', 'Close'];
export const HAN_ROADS = words(
  '人民路 解放路 中山大道 建设路 和平北路 文三路 科苑路 创业大道 滨江路 学院路 新华街 长江路 东风路 光明街 振兴路',
);
