using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Who has a report's link answers without signing in, in the reporter's name (PR-2).</summary>
[OpenToAll]
public sealed record ReplyByLink : ICommand<Done>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    /// <summary>What is said.</summary>
    [Required(ErrorMessage = "Write a reply.")]
    [StringLength(ReportRules.LongestText, ErrorMessage = "The text can have 10,000 characters at most.")]
    public string? Text { get; init => field = ReportRules.Text(value); }

    internal sealed class Handler(Db db, StatusLinks links, Replying replying, AuditTrail audit, LiveEvents live) : IRequestHandler<ReplyByLink, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ReplyByLink request, CancellationToken cancellationToken)
        {
            if (await links.FindAsync(request.Token, cancellationToken) is not { } id) return new StatusLinkExpired();
            var report = await db.SingleAsync<MailedReport>(MailedReport.Sql, new { id }, cancellationToken);
            var reply = new Reply(report.ReporterId, report.ReporterName, IsOfSupport: false, request.Text!, HasFiles: false, IsReopening: false);
            if (await replying.AddAsync(id, reply, null, cancellationToken) is { } refusal) return refusal;
            audit.Target("problem_report", id, $"{report.Name} {report.Summary}", report.OrganizationId);
            await live.PublishReportsAsync(report.OrganizationId, report.ReporterId);
            return Done.Value;
        }
    }
}
