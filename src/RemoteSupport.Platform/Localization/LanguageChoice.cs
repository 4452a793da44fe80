using Microsoft.Net.Http.Headers;

namespace RemoteSupport.Platform.Localization;

/// <summary>Which of a tenant's languages somebody gets (AC-12).</summary>
public static class LanguageChoice
{
    /// <summary>On pages: the person's choice, the invitation's language (guests), the browser's wish, the tenant's default.</summary>
    /// <param name="personsChoice">A language's code.</param>
    /// <param name="acceptLanguage">The header as it was sent.</param>
    /// <param name="tenantDefault">A language's code.</param>
    /// <param name="allowed">The tenant's languages; nothing else is ever answered, whatever was chosen before.</param>
    /// <param name="invitationLanguage">A language's code.</param>
    public static SupportedLanguage Resolve(
        string? personsChoice,
        string? acceptLanguage,
        string tenantDefault,
        IReadOnlyList<SupportedLanguage> allowed,
        string? invitationLanguage = null) =>
        Languages.Find(allowed, personsChoice)
        ?? Languages.Find(allowed, invitationLanguage)
        ?? Wanted(acceptLanguage, allowed)
        ?? Default(tenantDefault, allowed);

    /// <summary>In the API: <c>Accept-Language</c> if it names one of the languages, else the caller's, else the tenant's default.</summary>
    public static SupportedLanguage ResolveForApi(
        string? acceptLanguage,
        string? callersLanguage,
        string tenantDefault,
        IReadOnlyList<SupportedLanguage> allowed) =>
        Wanted(acceptLanguage, allowed)
        ?? Languages.Find(allowed, callersLanguage)
        ?? Default(tenantDefault, allowed);

    /// <summary>The most wanted one; a regional wish (<c>de-CH</c>) is met by its language. <c>*</c> wishes nothing in particular.</summary>
    private static SupportedLanguage? Wanted(string? acceptLanguage, IReadOnlyList<SupportedLanguage> allowed)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var wishes))
            return null;
        return wishes
            .Where(wish => wish.Quality is null or > 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Meeting(wish.Value.Value, allowed))
            .FirstOrDefault(language => language is not null);
    }

    private static SupportedLanguage? Meeting(string? wish, IReadOnlyList<SupportedLanguage> allowed) =>
        Languages.Find(allowed, wish) ?? Languages.Find(allowed, wish?.Split('-')[0]);

    private static SupportedLanguage Default(string tenantDefault, IReadOnlyList<SupportedLanguage> allowed) =>
        Languages.Find(allowed, tenantDefault) ?? (allowed.Count > 0 ? allowed[0] : Languages.English);
}
