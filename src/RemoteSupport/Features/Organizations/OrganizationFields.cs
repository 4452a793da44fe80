using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Organizations;

/// <summary>What may stand in an organization's fields (OR-1). Collects what is wrong, each at its field, in the reader's language.</summary>
internal sealed partial class OrganizationFields(MultiTenantContextAccessor tenancy, IStringLocalizer localizer)
{
    private const int MostNumbers = 20;
    private readonly Dictionary<string, string[]> errors = [];

    /// <summary>Everything that was wrong; null when nothing was.</summary>
    public ValidationFailed? Flaw => errors.Count == 0 ? null : new ValidationFailed(errors);

    /// <summary>A name: one line of at most 200 characters.</summary>
    public string Name(string? name, string field = "name")
    {
        var text = name?.Trim() ?? "";
        if (text.Length == 0) Say(field, localizer["Enter a name."]);
        else if (text.Length > 200) Say(field, localizer["A name can have 200 characters at most."]);
        else if (!OneLine().IsMatch(text)) Say(field, localizer["A name is one line of text."]);
        return text;
    }

    /// <summary>The partner's own reference; nothing and blanks are none.</summary>
    public string? Reference(string? reference)
    {
        var text = reference?.Trim() ?? "";
        if (text.Length > 100) Say("customerReference", localizer["A customer reference can have 100 characters at most."]);
        else if (!OneLine().IsMatch(text)) Say("customerReference", localizer["A customer reference is one line of text."]);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The numbers as E.164, each once.</summary>
    public string[] Numbers(IReadOnlyList<string?>? numbers, string? country)
    {
        var read = (numbers ?? []).Select(number => PhoneNumber.Read(number, country)).ToList();
        if (read.Count > MostNumbers) Say("numbers", localizer["An organization can have 20 numbers at most."]);
        else for (var index = 0; index < read.Count; index++)
            if (read[index] is null) Say($"numbers[{index}]", localizer["Enter a phone number with its country code, such as +39 06 12345678."]);
        return [.. read.OfType<string>().Distinct()];
    }

    /// <summary>Two letters.</summary>
    public string Country(string? country)
    {
        if (country is null || !TwoLetters().IsMatch(country)) Say("country", localizer["Choose a country by its two letters, such as IT."]);
        return country ?? "";
    }

    /// <summary>One of the tenant's languages.</summary>
    public string Language(string? language)
    {
        if (language is null || !tenancy.Tenant.Languages.Contains(language)) Say("language", localizer["Choose one of the languages on offer."]);
        return language ?? "";
    }

    /// <summary>An IANA name; none is the tenant's.</summary>
    public string TimeZone(string? zone)
    {
        if (zone is not null && !TimeZones.IsKnown(zone)) Say("timeZone", localizer["Choose a time zone from the list."]);
        return zone ?? tenancy.Tenant.TimeZone;
    }

    /// <summary>One of the two who can manage an organization.</summary>
    public string ManagedBy(string? managedBy)
    {
        if (managedBy is not (Management.ServiceProvider or Management.Customer)) Say("managedBy", localizer["Choose who manages the organization."]);
        return managedBy ?? "";
    }

    /// <summary>The owner's address is none, beside what else is wrong.</summary>
    public void OwnerEmail() => Say("owner.email", localizer["Enter a valid e-mail address."]);

    /// <summary>Active or suspended.</summary>
    public string Status(string? status)
    {
        if (status is not ("active" or "suspended")) Say("status", localizer["Choose whether the organization is active or suspended."]);
        return status ?? "";
    }

    private void Say(string field, string sentence) => errors[field] = [sentence];

    [GeneratedRegex(@"^[^\p{Cc}\p{Zl}\p{Zp}]*\z")]
    private static partial Regex OneLine();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex TwoLetters();
}
