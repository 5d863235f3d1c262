"""Keys that authors write for ours: other English words, and the Chinese names of the parts."""

from __future__ import annotations

SYNONYMS = {
    "actor": "role", "who": "role", "responsible": "role", "角色": "role", "责任角色": "role", "责任人": "role",
    "duration": "time_limit", "deadline": "time_limit", "time": "time_limit", "limit": "time_limit", "sla": "time_limit",
    "timeout": "time_limit", "时限": "time_limit", "时间": "time_limit", "时间限制": "time_limit",
    "input": "inputs", "output": "outputs", "输入": "inputs", "输出": "outputs",
    "goto": "go_to", "target": "go_to", "to": "go_to", "then": "go_to", "转到": "go_to", "跳转": "go_to",
    "if": "when", "condition": "when", "条件": "when", "else": "otherwise", "default": "otherwise", "否则": "otherwise",
    "do": "action", "task": "action", "what": "action", "动作": "action", "操作": "action", "操作内容": "action",
    "name": "title", "heading": "title", "名称": "title", "标题": "title", "number": "id", "编号": "id", "文件编号": "id",
    "description": "details", "desc": "details", "detail": "details", "说明": "details", "详细": "details",
    "warning": "cautions", "warnings": "cautions", "notes": "cautions", "注意": "cautions", "注意事项": "cautions",
    "goal": "purpose", "objective": "purpose", "aim": "purpose", "目的": "purpose", "范围": "scope", "适用范围": "scope",
    "glossary": "definitions", "terms": "definitions", "术语": "definitions", "定义": "definitions",
    "职责": "roles", "步骤": "steps", "流程": "procedures", "process": "procedures", "procedure": "procedures",
    "exception": "exceptions", "异常": "exceptions", "异常处理": "exceptions", "升级": "escalation",
    "form": "forms", "表单": "forms", "record": "records", "记录": "records", "归档": "records", "script": "scripts",
    "话术": "scripts", "风险": "risks", "指标": "metrics", "kpi": "metrics", "kpis": "metrics", "培训": "training",
    "附件": "attachments", "修订": "revisions", "修订记录": "revisions", "history": "revisions", "changelog": "revisions",
    "author": "prepared_by", "编制": "prepared_by", "编制人": "prepared_by", "reviewer": "reviewed_by",
    "审核": "reviewed_by", "审核人": "reviewed_by", "approver": "approved_by", "批准": "approved_by", "批准人": "approved_by",
    "date": "effective_date", "生效日期": "effective_date", "版本": "version", "版本号": "version", "状态": "status",
    "部门": "department", "密级": "confidentiality", "语言": "language", "lang": "language",
    "roles_and_responsibilities": "roles", "materials": "resources", "tools": "resources", "资源": "resources",
    "trigger": "triggers", "触发": "triggers", "触发条件": "triggers", "前置条件": "preconditions", "faqs": "faq",
    "渠道": "channels", "条款": "clauses", "规则": "rules", "text": "say", "keep": "retention", "保存期限": "retention",
}  # fmt: skip
"""What an author wrote, in lower case, and the key that was probably meant."""
