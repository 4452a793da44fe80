using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Brand;

/// <summary>A tenant admin changes the brand (TN-3); what is not mentioned stays, null takes away what can be without.</summary>
[Requires(Permission.Tenant)]
public sealed record ChangeBrand : ICommand<BrandAnswer>
{
    private readonly HashSet<string> given = [];

    /// <summary>The name that its users see, everywhere.</summary>
    public string? Name { get; init => field = Give(nameof(Name), value); }

    /// <summary>"#rrggbb".</summary>
    public string? AccentColor { get; init => field = Give(nameof(AccentColor), value); }

    /// <summary>Where its users find a person.</summary>
    public string? SupportEmail { get; init => field = Give(nameof(SupportEmail), value); }

    /// <summary>Whom its e-mails come from; null is the name.</summary>
    public string? SenderName { get; init => field = Give(nameof(SenderName), value); }

    /// <summary>By language. A language that is not mentioned keeps its footer, null takes it away.</summary>
    public IReadOnlyDictionary<string, string?>? Footers { get; init; }

    /// <summary>An https address, or null for none.</summary>
    public string? ImprintUrl { get; init => field = Give(nameof(ImprintUrl), value); }

    /// <summary>An https address, or null for none.</summary>
    public string? PrivacyUrl { get; init => field = Give(nameof(PrivacyUrl), value); }

    /// <summary>One of the languages.</summary>
    public string? DefaultLanguage { get; init => field = Give(nameof(DefaultLanguage), value); }

    /// <summary>All of them: the list takes the old one's place.</summary>
    public IReadOnlyList<string?>? Languages { get; init => field = Give(nameof(Languages), value); }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init => field = Give(nameof(TimeZone), value); }

    /// <summary>ISO 3166-1, two letters.</summary>
    public string? Country { get; init => field = Give(nameof(Country), value); }

    /// <summary>The signs of what whoever changes it saw; one of several is enough, null is not asked. From the form, or from If-Match.</summary>
    internal IReadOnlyCollection<string>? Seen { get; init; }

    /// <summary>The brand as it shall be.</summary>
    internal BrandSettings Over(BrandSettings before) => before with
    {
        Name = Or(nameof(Name), Name ?? "", before.Name),
        AccentColor = Or(nameof(AccentColor), AccentColor ?? "", before.AccentColor),
        SupportEmail = Or(nameof(SupportEmail), SupportEmail ?? "", before.SupportEmail),
        SenderName = Or(nameof(SenderName), SenderName, before.SenderName),
        Footers = before.Footers.Where(footer => Footers?.ContainsKey(footer.Key) != true).Concat((Footers ?? new Dictionary<string, string?>()).Select(footer => KeyValuePair.Create(footer.Key, footer.Value ?? "")))
            .ToDictionary(),
        ImprintUrl = Or(nameof(ImprintUrl), ImprintUrl, before.ImprintUrl),
        PrivacyUrl = Or(nameof(PrivacyUrl), PrivacyUrl, before.PrivacyUrl),
        DefaultLanguage = Or(nameof(DefaultLanguage), DefaultLanguage ?? "", before.DefaultLanguage),
        Languages = Or(nameof(Languages), [.. (Languages ?? []).Select(code => code ?? "")], before.Languages),
        TimeZone = Or(nameof(TimeZone), TimeZone ?? "", before.TimeZone),
        Country = Or(nameof(Country), Country ?? "", before.Country),
    };

    private T Or<T>(string name, T mine, T before) => given.Contains(name) ? mine : before;

    private T Give<T>(string name, T value)
    {
        given.Add(name);
        return value;
    }

    internal sealed class Handler(BrandRows rows, BrandTrail trail, IStringLocalizer localizer) : IRequestHandler<ChangeBrand, Outcome<BrandAnswer>>
    {
        public async Task<Outcome<BrandAnswer>> Handle(ChangeBrand request, CancellationToken cancellationToken)
        {
            var before = await rows.HoldAsync(cancellationToken);
            var after = request.Over(before.Settings);
            if (FlawsOf(after) is { Count: > 0 } flaws) return new ValidationFailed(flaws);
            if (request.Seen is { } seen && !seen.Contains(before.Sign())) return new BrandChangedMeanwhile();
            if (!trail.Record(before.Settings, after)) return before;
            await rows.UpdateAsync(after, cancellationToken);
            return await rows.ShowAsync(cancellationToken);
        }

        private Dictionary<string, string[]> FlawsOf(BrandSettings brand) =>
            brand.Flaws().GroupBy(flaw => flaw.Field).ToDictionary(field => field.Key, field => field.Select(flaw => localizer[flaw.Sentence].Value).ToArray());
    }
}
