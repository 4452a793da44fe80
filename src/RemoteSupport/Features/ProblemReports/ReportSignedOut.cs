using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>
/// Somebody who cannot sign in reports a problem. Whether the address is known, neither the answer nor its time tells (AC-3): a member's report goes
/// to their organization's Support Contacts, all others to the tenant's admins.
/// </summary>
[OpenToAll]
public sealed record ReportSignedOut : ReportFields, ICommand<Done>
{
    /// <summary>Who reports, as they say.</summary>
    [Required(ErrorMessage = "Enter your name.")]
    [StringLength(200, ErrorMessage = "A name can have 200 characters at most.")]
    public string? Name { get; init => field = ReportRules.Line(value); }

    /// <summary>Where they can be written to.</summary>
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [StringLength(254, ErrorMessage = "This e-mail address is too long.")]
    public string? Email { get; init => field = value?.Trim(); }

    internal sealed class Handler(Db db, Reporting reporting, IStringLocalizer localizer) : IRequestHandler<ReportSignedOut, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ReportSignedOut request, CancellationToken cancellationToken)
        {
            if (!EmailAddress.TryParse(request.Email, out var address)) return ValidationFailed.At("email", localizer["The e-mail address is not valid."]);
            var account = await db.FindAsync<Account>(
                "select id, email, organization_id, language, time_zone from accounts where email_key = @Key and status <> 'deactivated'", new { address.Key }, cancellationToken);
            // Read for nobody, too, so that both take as long.
            var customer = await db.FindAsync<Customer>(Customer.Sql, new { Id = account?.OrganizationId ?? Guid.Empty }, cancellationToken);
            var reporter = new Reporter(account?.Id, request.Name!, account?.Email ?? address.Text, account?.Language, account?.TimeZone);
            var outcome = await reporting.TakeAsync(request, customer, reporter, cancellationToken);
            return outcome.Refusal is { } refusal ? refusal : Done.Value;
        }

        private sealed record Account(Guid Id, string Email, Guid? OrganizationId, string? Language, string? TimeZone);
    }
}
