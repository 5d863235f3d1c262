from __future__ import annotations

BOOK = "kind: handbook\nparts: [{title: 甲, sops: [a.yaml, b.yaml]}]\n"


def test_it_points_at_the_entry_and_at_the_one_before(checked) -> None:
    found = checked(f"{BOOK}--- # a.yaml\ndefinitions: {{闭环: 客户确认}}\n--- # b.yaml\ndefinitions: {{闭环: 归档}}\n")
    (one,) = found
    assert one.message.en == "this SOP defines the term `闭环` differently from one before it"
    assert str(one.location) == "spec.yaml:2:35"
    assert [str(place) for _, place in one.related] == ["spec.yaml:2:27"]


def test_the_handbook_counts_as_well(checked) -> None:
    roles = "roles: {agent: {name: 客服专员, contact: 8001}}\n"
    sops = f"--- # a.yaml\n{roles}--- # b.yaml\n{roles.replace('8001', '8002')}"
    (one,) = checked(BOOK + roles + sops)
    assert [str(place) for _, place in one.related] == ["spec.yaml:3:16"]


def test_a_comment_on_the_entry_suppresses_it(checked) -> None:
    book = "kind: handbook\nparts:\n- title: 甲\n  sops:\n  - a.yaml\n  - b.yaml  # sopgen: ignore[conflicting-definition] 各自的表\n"
    forms = "forms: {f: {title: 登记表, fields: [甲]}}\n"
    assert checked(f"{book}--- # a.yaml\n{forms}--- # b.yaml\n{forms.replace('甲', '乙')}") == ()
