using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Profile;

/// <summary>
/// Somebody changes what is said about them (AC-12). What is not mentioned stays; a language or time zone of null means "the tenant's", a name
/// of null is refused.
/// </summary>
[Requires(Permission.OwnAccount)]
public sealed record ChangeProfile : ICommand<Session>
{
    private bool givesName, givesLanguage, givesTimeZone;

    /// <summary>As others see it.</summary>
    [StringLength(200, ErrorMessage = "A name can have 200 characters at most.")]
    [RegularExpression(@"[^\p{Cc}\p{Zl}\p{Zp}]*", ErrorMessage = "A name is one line of text.")]
    public string? Name { get; init { field = value?.Trim(); givesName = true; } }

    /// <summary>One of the tenant's languages.</summary>
    public string? Language { get; init { field = value; givesLanguage = true; } }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init { field = value; givesTimeZone = true; } }

    internal sealed class Handler(Db db, Caller caller, MultiTenantContextAccessor tenancy, AuditTrail audit, IStringLocalizer localizer) : IRequestHandler<ChangeProfile, Outcome<Session>>
    {
        public async Task<Outcome<Session>> Handle(ChangeProfile request, CancellationToken cancellationToken)
        {
            if (FlawOf(request) is { } flaw) return flaw;
            var before = caller.SignedIn;
            var after = before with
            {
                Name = request.givesName ? request.Name! : before.Name,
                Language = request.givesLanguage ? request.Language : before.Language,
                TimeZone = request.givesTimeZone ? request.TimeZone : before.TimeZone,
            };
            await db.RunAsync(
                """
                update accounts set
                  name = case when @givesName then @Name else name end,
                  language = case when @givesLanguage then @Language else language end,
                  time_zone = case when @givesTimeZone then @TimeZone else time_zone end
                where id = @AccountId
                """,
                new { before.AccountId, request.givesName, request.givesLanguage, request.givesTimeZone, after.Name, after.Language, after.TimeZone }, cancellationToken);
            Record(before, after);
            return after;
        }

        private ValidationFailed? FlawOf(ChangeProfile request)
        {
            if (request.givesName && string.IsNullOrEmpty(request.Name)) return ValidationFailed.At("name", localizer["Enter your name."]);
            if (request.Language is { } language && !tenancy.Tenant.Languages.Contains(language)) return ValidationFailed.At("language", localizer["Choose one of the languages on offer."]);
            return request.TimeZone is { } zone && !TimeZones.IsKnown(zone) ? ValidationFailed.At("timeZone", localizer["Choose a time zone from the list."]) : null;
        }

        private void Record(Session before, Session after)
        {
            audit.Target("account", before.AccountId, before.Name);
            if (after.Name != before.Name) audit.Changed("name", before.Name, after.Name);
            if (after.Language != before.Language) audit.Changed("language", before.Language, after.Language);
            if (after.TimeZone != before.TimeZone) audit.Changed("timeZone", before.TimeZone, after.TimeZone);
        }
    }
}
