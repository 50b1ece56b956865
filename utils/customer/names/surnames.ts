/** Family names of two characters (复姓): without them 欧阳 is read as 欧 + 阳. */
const COMPOUND = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 长孙 宇文 申屠 端木 独孤 南宫 西门 东郭 百里 呼延 轩辕 钟离 闻人 太史 淳于 单于 公冶 宗政 濮阳 赫连 澹台 司空 闾丘 万俟 第五 左丘 东门 梁丘 拓跋 耶律 完颜 纳兰 乐正 漆雕 公羊 谷梁 微生 巫马 羊舌 鲜于 亓官'.split(
    ' ',
  ),
);

export const isSurname = (text: string): boolean => COMPOUND.has(text);
