using MediatR;
using RemoteSupport.Features.ProblemReports;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>What the form of an invitation has to know: how it can be sent, how numbers are read, and what it comes of.</summary>
[Requires(Permission.Invitations)]
public sealed record ShowInvitationForm : IQuery<InvitationForm>
{
    /// <summary>The problem report that it comes of, if any.</summary>
    public Guid? ProblemReportId { get; init; }

    internal sealed class Handler(SmsReach sms, Countries countries, ReportOrigin origin, Db db, MultiTenantContextAccessor tenancy) : IRequestHandler<ShowInvitationForm, Outcome<InvitationForm>>
    {
        public async Task<Outcome<InvitationForm>> Handle(ShowInvitationForm request, CancellationToken cancellationToken)
        {
            if (!(await origin.FindAsync(request.ProblemReportId, cancellationToken)).Succeeded(out var from, out var refusal)) return refusal;
            var language = from.CustomerId is { } id ? await db.FindAsync<string>("select language from organization_gates where id = @id", new { id }, cancellationToken) : null;
            return new InvitationForm(
                await sms.ObstacleAsync(), await countries.FindAsync(from.CustomerId, cancellationToken), from.Report,
                tenancy.Tenant.Languages.Contains(language) ? language! : tenancy.Tenant.DefaultLanguage);
        }
    }
}

/// <summary>What the form knows.</summary>
/// <param name="SmsObstacle">Why no SMS can be sent; null where one can.</param>
/// <param name="Country">Whose numbers are written without a country's code.</param>
/// <param name="Report">What it comes of.</param>
/// <param name="Language">The one to begin with.</param>
public sealed record InvitationForm(string? SmsObstacle, string Country, ProblemReport? Report, string Language);
