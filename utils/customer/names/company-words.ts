/** Words of Chinese company names, simplified, written by hand: longest match decides, order does not. */
const list = (text: string): string[] => text.trim().split(/\s+/);

/** Legal and organisational forms (组织形式), longest first so that the whole form is cut. */
export const FORMS = list(`
股份有限责任公司 集团股份有限公司 控股股份有限公司 股份有限公司 有限责任公司 集团有限责任公司 集团有限公司 控股有限公司
有限合伙企业 普通合伙企业 特殊普通合伙 合伙企业 有限合伙 普通合伙 股份合作公司 股份公司 有限公司 集团总公司 总公司 集团公司 公司
个人独资企业 个体工商户 农民专业合作社 专业合作社 合作社 联合社 企业社 工作室 经营部 服务部 门市部 营业部 批发部 事务所 办事处 代表处
工程行 商行 分店 总厂 总店 店 厂 商社
`).sort((a, b) => b.length - a.length);

/** A part of a company (branches, plants, offices): related to it, not the same customer. */
export const BRANCH =
  /(?:第[一二三四五六七八九十\d]+)?(?:分公司|分行|支行|分部|分厂|分店|分院|分所|分支机构|子公司|办事处|代表处|营业部|营业厅|经营部|项目部|事业部|加工厂区)$/;

/** Words that say nothing about the trade: dropped and added freely in daily use. */
export const GENERIC = new Set(
  list(`
集团 控股 股份 实业 企业 产业 事业 投资 发展 开发 国际 中国 全球 环球 科技 技术 高科技 高新技术 新技术 科创 工业
管理 服务 运营 经营 制造 生产 创新 总 有限 责任
`),
);

/** Trades and industries (行业). */
const INDUSTRY = list(`
商业 商贸 贸易 经贸 工贸 国贸 外贸 进出口 咨询 顾问 系统 建设 资源
科技 技术 高科技 高新技术 电子 电子科技 微电子 光电 光电子 半导体 集成电路 芯片 电器 电气 电机 电力 电网 电缆 电线 线缆 电池 电源 电路 电工 电声 电梯 电信 电商 电讯 电脑 计算机
软件 网络 网络科技 信息 信息技术 数据 大数据 数码 数字 数科 互联网 物联网 云计算 人工智能 智能 智能科技 自动化 机器人 通信 通讯 卫星 导航 遥感 传感 传感器 仪器 仪表 测控 检测 测试 计量 控制 智控
生物 生医 生医科技 生科 医材 生物科技 生物医药 生物工程 生化 生技 基因 医药 医疗 医疗器械 医疗用品 医学 医院 制药 药业 药房 药品 中药 化学制药 器械 保健 健康 康复 养老 口腔 诊断 疫苗 卫生 卫生用品 牙科 眼科
化工 化学 化纤 化肥 肥料 农药 日化 精细化工 石化 石油 石油化工 油田 油气 天然气 燃气 气体 工业气体 涂料 油漆 树脂 塑料 塑胶 塑业 橡胶 橡塑 高分子 材料 新材料 复合材料 薄膜 胶囊 香精 香料 颜料 染料
钢铁 钢管 钢构 钢结构 特钢 不锈钢 金属 金属制品 有色金属 有色 冶金 冶炼 矿业 矿山 煤炭 运销 煤矿 钢材 钢业 棉业 棉纺厂 粮业 煤业 煤电 煤化工 煤产品 焦化 焦煤 铝业 铜业 锌业 钨业 钼业 钛业 锂业 稀土 黄金 珠宝 首饰 磁业 磁材 硅业 硅材料 铸造 锻造 铸业 管业 管材 管道 管桩 阀门 水泵 泵业 轴承 齿轮 模具 刀具 工具 五金 紧固件 弹簧 螺丝 密封件
机械 机电 机械设备 重工 重型机械 重型 装备 成套装备 设备 机床 机器 机车 精机 精工 精密 精密工业 精密机械 风机 鼓风机 锅炉 压缩机 制冷 空调 暖通 液压 气动 传动 动力 发动机 柴油机 内燃机 变压器 开关 照明 灯具 灯饰 光学 光伏 太阳能 风电 风能 新能源 能源 清洁能源 核电 水电 水利 水利水电 热电 热力 供热 热能 储能 充电
汽车 汽车零部件 汽配 零部件 配件 车辆 摩托 摩托车 自行车 客车 轮胎 船舶 造船 航空 航天 航空航天 高铁 轨道交通 铁路 公路 高速公路 高速 路桥 桥梁 港口 港务 航运 海运 船务 运输 汽车运输 物流 快递 快运 速运 仓储 货运 货代 供应链 交通 机场
建筑 建筑工程 建筑材料 建材 建工 建设工程 工程 营造 装饰 装修 装潢 园林 园林工程 绿化 景观 规划 设计 勘察 勘测 测绘 监理 房地产 地产 置业 房产 房产经纪 物业 物业管理 物业服务 城建 市政 安装 防水 水泥 水泥制品 混凝土 陶瓷 玻璃 石材 木业 门窗 幕墙 家具 家居 家私 家纺 厨具 卫浴 洁具 地板 板业
食品 食品饮料 饮料 酒业 酿酒 啤酒 白酒 乳业 奶业 乳品 肉类 肉业 水产 海产 渔业 农业 农业科技 农牧 牧业 畜牧 养殖 种业 种子 粮油 粮食 米业 面粉 油脂 糖业 盐业 茶业 茶叶 果业 果蔬 蔬菜 干货 调味品 餐饮 酒店 饭店 大饭店 宾馆 农产品 农副产品 饲料 林业 花卉 园艺 烟草 烟酒 生态
纺织 针织 毛纺 棉纺 丝绸 服装 服饰 制衣 鞋业 皮革 皮具 箱包 印染 染整 纸业 造纸 包装 包装材料 印刷 印务 彩印 文具 文化用品 玩具 礼品 工艺品 乐器 体育 体育用品 体育科技 运动 户外 化妆品 美容 美发 日用品 百货 超市 商场 商城 商厦 购物中心 连锁 便利 零售 批发 商务 电子商务
文化 文化传媒 文化传播 文化旅游 文旅 传媒 传播 广告 影视 影业 电影 出版 报业 动漫 游戏 娱乐 旅游 旅行 旅行社 国旅 会展 展览 教育 教育科技 培训 学校 幼儿园 人力资源 劳务 企业管理 管理咨询 商务咨询 财务 财务咨询 税务 会计 会计师 律师 法律 知识产权 专利 翻译 营销策划 策划 市场营销 供销 购销 经销 销售 产品销售 公关 家政 保洁 安保 保安
银行 证券 保险 保险代理 保险经纪 信托 基金 期货 金融 金融控股 融资租赁 租赁 典当 担保 小额贷款 资产 资产管理 财富 资本 投资管理 股权投资 创业投资 创投 支付
环保 环境 环保科技 环境工程 水务 水处理 污水处理 固废 再生资源 再生 净化 节能 节能环保 消防 安防 安全 防务 军工 防护 家电 制品 制造 实业 工业 工程技术 生态环境 气象 海洋 地质 资讯 资通 网通 多媒体 媒体 数位 电材 电机电子 兴业 硬件 影像 光通信 光通 光电科技 应用材料 塑化 肥 润滑油 涤纶 氟化工 磷化工 盐化工 纤维 玻纤 碳素 碳纤维 电解 超导 激光 红外 3d打印 无人机
`);

export const isGeneric = (word: string): boolean => GENERIC.has(word);

const trade = new Set([...INDUSTRY, ...GENERIC]);
const LONGEST = Math.max(...Array.from(trade, (word) => word.length));

/**
 * The longest word of trade that a text ends with, or what ends in 业 or 品 (水业, 饰品); '' where it ends with none.
 * What stands before it is nothing or at least two characters: 微光电子 is 微光 + 电子, not 微 + 光电子.
 */
export function trailingWord(text: string): string {
  for (let size = Math.min(LONGEST, text.length); size >= 2; size -= 1) {
    const word = text.slice(-size);
    if (text.length - size !== 1 && trade.has(word)) return word;
  }
  return /...[业品]$/.test(text) ? text.slice(-2) : '';
}

export const isTradeWord = (word: string): boolean => trade.has(word);

/** Characters that names of companies begin with more often than others: worth less as evidence. */
export const COMMON_CHARS = new Set(
  '华国中新天金东大海德信恒盛泰宏达兴安正通利合联科创美龙光南北西江山河长永万百亚润源丰鑫隆顺祥嘉佳杰瑞康健宝富福成和平方圆明星宇航飞鸿腾远志诚博世环一二三立力高上春阳林海凯锦银建本生爱时云',
);
