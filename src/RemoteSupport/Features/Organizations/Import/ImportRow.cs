using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>
/// What one row asks for, by the same operations as the pages: an account that is not there is created, one that is there becomes as the row says. Who manages
/// and who owns an account is said at its creation only (OR-3, OR-4 have their own ways).
/// </summary>
internal sealed class ImportRow(IMediator mediator, KnownOrganizations known, IStringLocalizer localizer)
{
    private static readonly (RowResult, IReadOnlyList<ImportFault>) Unchanged = (RowResult.Unchanged, []);

    /// <summary>Leaves half done what turns out to be wrong: the caller takes the savepoint back.</summary>
    public async Task<(RowResult Result, IReadOnlyList<ImportFault> Faults)> DoAsync(ImportedRow row, bool isRepeated, KnownOrganization? existing)
    {
        if (FlawOf(row, isRepeated) is { } flaw) return (RowResult.Faulty, [flaw]);
        var contacts = await ContactsAsync(row);
        var change = existing is null ? null : ChangeOf(row, existing);
        if (existing is not null && change is null && HasSameContacts(existing, row)) return Unchanged;
        var refusal = existing is null ? await CreateAsync(row, contacts) : await ChangeAsync(existing, change, row, contacts);
        return refusal is null ? (existing is null ? RowResult.Created : RowResult.Changed, []) : (RowResult.Faulty, [.. FaultsOf(row, refusal)]);
    }

    /// <summary>Somebody else changed the same account in this moment.</summary>
    public ImportFault Collided(ImportedRow row) => Fault(row, null, localizer["Somebody changed the same account at this moment. Import the row again."]);

    private ImportFault? FlawOf(ImportedRow row, bool isRepeated) =>
        row.IsDamaged ? Fault(row, null, localizer["This row has not as many cells as the first line, or a quotation mark too many."])
        : row.Reference is null ? Fault(row, ImportColumns.Reference, localizer["A customer reference is needed: by it the next import finds this account again."])
        : isRepeated ? Fault(row, ImportColumns.Reference, localizer["An earlier row of the file has this customer reference already."])
        : null;

    private async Task<Refusal?> CreateAsync(ImportedRow row, IReadOnlyList<SupportContact?> contacts)
    {
        var created = await mediator.Send(new CreateOrganization
        {
            Name = row[ImportColumns.Name], CustomerReference = row.Reference, Numbers = row.Numbers, Country = row[ImportColumns.Country]?.ToUpperInvariant(),
            Language = row[ImportColumns.Language]?.ToLowerInvariant(), TimeZone = row[ImportColumns.TimeZone], ManagedBy = row[ImportColumns.ManagedBy]?.ToLowerInvariant(),
            Owner = row[ImportColumns.OwnerName] is null && row[ImportColumns.OwnerEmail] is null ? null : new NamedOwner(row[ImportColumns.OwnerName], row[ImportColumns.OwnerEmail]),
            SupportContacts = contacts,
        });
        if (!created.Succeeded(out var organization, out var refusal)) return refusal;
        return row[ImportColumns.Status] is null or "active" ? null : (await mediator.Send(new ChangeOrganization { Id = organization.Id, Status = row[ImportColumns.Status]!.ToLowerInvariant() })).Refusal;
    }

    private async Task<Refusal?> ChangeAsync(KnownOrganization existing, ChangeOrganization? change, ImportedRow row, IReadOnlyList<SupportContact?> contacts)
    {
        if (change is not null && (await mediator.Send(change)).Refusal is { } refusal) return refusal;
        if (HasSameContacts(existing, row)) return null;
        var present = await mediator.Send(new ShowSupportContacts(existing.Id));
        return present.Succeeded(out var list, out var gone) ? (await mediator.Send(new SaveSupportContacts(existing.Id, [list.Version], contacts))).Refusal : gone;
    }

    /// <summary>Null when nothing would change. A cell that cannot be read counts as a change, so that the operation says what is wrong with it.</summary>
    private static ChangeOrganization? ChangeOf(ImportedRow row, KnownOrganization existing)
    {
        var change = new ChangeOrganization { Id = existing.Id };
        var country = row[ImportColumns.Country]?.ToUpperInvariant() ?? existing.Country;
        var isChanged = false;
        void Ask(bool isOther, Func<ChangeOrganization, ChangeOrganization> with) => (change, isChanged) = isOther ? (with(change), true) : (change, isChanged);
        bool IsOther(string column, string now) => row[column] is { } said && said != now;

        Ask(IsOther(ImportColumns.Name, existing.Name), asked => asked with { Name = row[ImportColumns.Name] });
        Ask(country != existing.Country, asked => asked with { Country = country });
        Ask(row[ImportColumns.Language]?.ToLowerInvariant() is { } language && language != existing.Language, asked => asked with { Language = row[ImportColumns.Language]!.ToLowerInvariant() });
        Ask(IsOther(ImportColumns.TimeZone, existing.TimeZone), asked => asked with { TimeZone = row[ImportColumns.TimeZone] });
        Ask(row[ImportColumns.Status]?.ToLowerInvariant() is { } status && status != existing.Status, asked => asked with { Status = row[ImportColumns.Status]!.ToLowerInvariant() });
        var numbers = row.Numbers.Select(number => PhoneNumber.Read(number, country)).ToList();
        Ask(numbers.Count > 0 && !existing.HasNumbers(numbers), asked => asked with { Numbers = row.Numbers });
        return isChanged ? change : null;
    }

    private static bool HasSameContacts(KnownOrganization existing, ImportedRow row) =>
        row.Contacts.Count == 0 || existing.HasContacts(row.Contacts.Select(EmailAddress.KeyOf));

    /// <summary>An address that is a partner user's is that partner user.</summary>
    private async Task<IReadOnlyList<SupportContact?>> ContactsAsync(ImportedRow row)
    {
        var users = await known.FindPartnerUsersAsync(row.Contacts, default);
        return [.. row.Contacts.Select(address => users.TryGetValue(EmailAddress.KeyOf(address), out var id) ? new SupportContact(id, null) : new SupportContact(null, address))];
    }

    private IEnumerable<ImportFault> FaultsOf(ImportedRow row, Refusal refusal) => refusal is ValidationFailed validation
        ? validation.Errors.SelectMany(error => error.Value.Select(sentence => Fault(row, ImportColumns.Of(error.Key), sentence)))
        : [Fault(row, ImportColumns.Of(refusal.Field) ?? (refusal is ReferenceTaken ? ImportColumns.Reference : null), localizer[refusal.Sentence, refusal.Arguments])];

    private static ImportFault Fault(ImportedRow row, string? column, string reason) =>
        new(row.Line, row[ImportColumns.Name], column, column is null ? null : row[column], reason);
}

/// <summary>What became of a row.</summary>
internal enum RowResult
{
    /// <summary>An account was made.</summary>
    Created,

    /// <summary>An account was changed.</summary>
    Changed,

    /// <summary>The account was so already.</summary>
    Unchanged,

    /// <summary>Something is wrong with the row; nothing of it was kept.</summary>
    Faulty,
}
