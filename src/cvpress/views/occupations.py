"""Entries of work, volunteering, education and projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.views.context import link_url
from cvpress.views.view import Entry

if TYPE_CHECKING:
    from cvpress.model.education import Education
    from cvpress.model.projects import Project
    from cvpress.model.work import Role, Volunteer, Work
    from cvpress.views.context import Context

__all__ = ["education_entry", "project_entry", "volunteer_entry", "work_entry"]


def work_entry(work: Work, context: Context) -> Entry:
    """A job: the position heads it, or the employer where there are several roles or no position."""
    return _engagement(work, work.name, work.description, context)


def volunteer_entry(work: Volunteer, context: Context) -> Entry:
    """Unpaid work, like a job."""
    return _engagement(work, work.organization, "", context)


def _engagement(work: Work | Volunteer, organization: str, description: str, context: Context) -> Entry:
    employer, url = context.text(organization), link_url(work.url)
    by_employer = bool(organization) and (bool(work.roles) or not work.position)
    start, end = _span(work)
    return Entry(
        id=work.id,
        title=employer if by_employer else context.text(work.position),
        url=url if by_employer else "",
        organization=context.text(work.position) if by_employer else employer,
        organization_url="" if by_employer else url,
        location=work.location,
        dates=context.dates(start, end),
        description=context.text(description),
        summary=context.text(work.summary),
        highlights=context.texts(work.highlights),
        keywords=work.keywords,
        note=context.text(work.type),
        facts=context.facts(team=work.team),
        links=context.links(work.links),
        roles=tuple(_role(role, context) for role in work.roles),
        projects=tuple(project_entry(project, context) for project in work.projects),
    )


def _span(work: Work | Volunteer) -> tuple[str, str]:
    """When it began and ended; without dates of its own it spans its roles."""
    if work.start_date or work.end_date or not work.roles:
        return work.start_date, work.end_date
    starts = [role.start_date for role in work.roles if role.start_date]
    ends = [role.end_date for role in work.roles]
    return min(starts, default=""), max(ends) if all(ends) else ""


def _role(role: Role, context: Context) -> Entry:
    return Entry(
        id=role.id,
        title=context.text(role.position),
        location=role.location,
        dates=context.dates(role.start_date, role.end_date),
        summary=context.text(role.summary),
        highlights=context.texts(role.highlights),
        keywords=role.keywords,
        note=context.text(role.type),
        facts=context.facts(team=role.team),
        links=context.links(role.links),
    )


def education_entry(education: Education, context: Context) -> Entry:
    """A degree: degree and field head it, or the school where neither is given."""
    degree = context.catalogue.comma.join(part for part in (education.study_type, education.area) if part)
    school, url = context.text(education.institution), link_url(education.url)
    is_number = any(char.isdigit() for char in education.score)
    grade = f"{education.score}/{education.score_scale}" if education.score_scale else education.score
    return Entry(
        id=education.id,
        title=context.text(degree) if degree else school,
        url="" if degree else url,
        organization=school if degree else context.text(""),
        organization_url=url if degree else "",
        location=education.location,
        note=context.text("" if is_number else grade),
        dates=context.dates(education.start_date, education.end_date),
        summary=context.text(education.summary),
        highlights=context.texts(education.highlights),
        facts=context.facts(
            grade=grade if is_number else "",
            minor=education.minor,
            thesis=education.thesis,
            supervisor=education.supervisor,
            courses=context.catalogue.comma.join(education.courses),
        ),
        links=context.links(education.links),
    )


def project_entry(project: Project, context: Context) -> Entry:
    """A project: what it is, for whom, one's part in it, its headline figures."""
    return Entry(
        id=project.id,
        title=context.text(project.name),
        url=link_url(project.url),
        organization=context.text(project.entity),
        dates=context.dates(project.start_date, project.end_date),
        summary=context.text(project.description),
        highlights=context.texts(project.highlights),
        keywords=project.keywords,
        note=context.text(context.catalogue.comma.join((*project.roles, *filter(None, [project.type])))),
        results=context.results(project.results),
        links=context.links(project.links),
    )
