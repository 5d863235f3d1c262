"""What authors write for our keys and words: other English words, and the Chinese ones."""

from __future__ import annotations

_KEYS = """
role: actor who responsible assignee 角色 责任角色 责任人 执行人 岗位
roles: responsibilities roles_and_responsibilities 职责 角色与职责 职责分工
time_limit: duration deadline time limit sla timeout due 时限 时间 时间限制 完成时限
inputs: input 输入
outputs: output result 输出 结果
go_to: goto target to then next 转到 跳转 去向
next: goto go_to then to 下一步 转到 跳转
to: target state role 去向
when: if condition case 条件 情形
otherwise: else default 否则
action: do task what when event step text 动作 操作 操作内容 步骤
title: name heading label subject 名称 标题
position: title job job_title post 职务 岗位
name: title label 名称 姓名
id: number code no key 编号 文件编号 标识
number: id code no 编号
details: description desc detail text body notes 说明 详细 详情
description: text details desc 说明 描述
text: body content description 正文 内容 条文
body: text content 正文 内容
meaning: text definition description 含义 定义
note: text remark comment notes 备注 说明
cautions: warning warnings caution notes note 注意 注意事项 警告
wait: pause delay 等待
decision: if branch branches choice 判断 分支
branches: options cases 分支
parallel: tracks concurrent 并行
purpose: goal objective aim 目的
scope: 范围 适用范围
applies_to: includes covers 适用 适用范围
excludes: except not 不适用 例外
definitions: glossary terms 术语 定义 术语和定义
references: related standards 引用 引用文件 相关文件
steps: step actions 步骤
procedures: process procedure processes flow 流程 程序
exceptions: exception 异常 异常处理 例外
escalation: escalations 升级 升级机制
forms: form 表单 表格
records: record 记录 归档
scripts: script 话术
rules: rule policies 规则 要求
clauses: clause articles 条款
risks: risk 风险
control: mitigation measure measures 措施 控制措施
responsibilities: duties responsibility tasks 职责 责任
metrics: metric kpi kpis indicators 指标 考核指标
training: trainings 培训
attachments: attachment appendix appendices annex 附件
revisions: revision history changelog 修订 修订记录 版本记录
prepared_by: author prepared 编制 编制人 起草人
reviewed_by: reviewer reviewed 审核 审核人
approved_by: approver approved 批准 批准人 审批人
countersigned_by: countersigned 会签 会签人
effective_date: date effective valid_from 生效日期 实施日期
review_date: next_review 复审日期 评审日期
version: revision ver rev 版本 版本号
status: state 状态
department: dept owner 部门 归口部门
confidentiality: secrecy security 密级 保密级别
language: lang locale 语言
resources: materials tools systems 资源 工具
triggers: trigger 触发 触发条件
trigger: triggers 触发 触发条件
preconditions: prerequisites precondition 前置条件
exit_criteria: exit done 完成标准 退出条件
faq: faqs questions 常见问题
channels: channel 渠道
states: state 工单状态
service_levels: sla slas service_level 服务级别
say: text words script content 话术 内容
retention: keep retain 保存期限 保管期限
question: ask 问题 判断
answer: 答案 回答
remedy: solution fix 处理 解决办法
owner: responsible role 负责人
parts: chapters chapter part 章 章节 部分
sops: sop procedures procedure 流程
foreword: preface introduction 前言 序言
audience: readers reader for 适用对象 读者
columns: headers header 列
fields: columns items 字段
required: mandatory compulsory 必填
options: choices values 选项
example: examples 示例
hint: note help 提示
checkpoint: control key_point 关键节点 控制点
standard: criteria quality 标准 质量标准
system: tool 系统
location: place where storage stored_at stored_in 位置 地点 存放位置 存放地点 保存地点
avoid: never_say do_not_say dont_say forbidden banned 禁用语 禁语 不要说
level: name priority 级别
criteria: definition condition 标准
""".strip()

_WORDS = """
true: yes y on 1 对 有 √ ✓ 需要 必填
false: no n off 0 无 不 × 不需要
draft: 草稿 草案 编制中
in-review: review reviewing 审核中 评审中 会签中
trial: pilot 试行 试点
effective: active current released approved published valid 生效 有效 现行 已发布
superseded: replaced obsolete 被替代 已替代
retired: withdrawn cancelled archived 作废 废止 已作废 已废止 停用
public: open 公开
internal: restricted 内部 内部公开 受限
confidential: private 机密 秘密 保密
secret: top-secret 绝密
zh-CN: zh cn zh-hans zh_cn chinese 中文 汉语
en: en-us en-gb english 英文 英语
swimlane: swimlanes lanes 泳道 泳道图
flow: flowchart chart 流程图
none: no off false 无 不要
system: software app 系统 软件
tool: equipment 工具 设备
material: supplies 物料 材料
document: doc file manual 文件 文档 手册
text: string str line 文本 文字 单行文本
long_text: textarea multiline paragraph 多行文本 长文本
number: int integer float decimal 数字 数值
money: currency amount 金额
date: 日期
time: 时间
datetime: timestamp 日期时间
choice: select dropdown radio single_choice 单选 选择
multi_choice: multiselect checkboxes 多选
checkbox: boolean bool tick 勾选 复选框
signature: sign 签名 签字
photo: image picture 照片 图片
table: grid 表格 明细
""".strip()


def _by_synonym(lines: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.splitlines():
        name, _, synonyms = line.partition(": ")
        for synonym in synonyms.split():
            found[synonym] = (*found.get(synonym, ()), name)
    return found


KEYS = _by_synonym(_KEYS)
"""What an author wrote for a key, in lower case, and the keys that may be meant."""
WORDS = _by_synonym(_WORDS)
"""The same for a word of a fixed set, and for true and false."""
