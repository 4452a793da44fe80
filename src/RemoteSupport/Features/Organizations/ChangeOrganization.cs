using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Changes what is said about an organization (OR-1, OR-5); what is not mentioned stays. Inside it, owner and admins change name, numbers, language and
/// time zone; all else is the partner's, and who manages it has rules of its own (OR-4).
/// </summary>
[Requires(Permission.Information)]
public sealed record ChangeOrganization : ICommand<OrganizationAnswer>
{
    private readonly HashSet<string> given = [];

    /// <summary>Which one; from the address.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init => field = Give(nameof(Name), value); }

    /// <summary>Null takes it away.</summary>
    public string? CustomerReference { get; init => field = Give(nameof(CustomerReference), value); }

    /// <summary>All of them: the list takes the old one's place.</summary>
    public IReadOnlyList<string?>? Numbers { get; init => field = Give(nameof(Numbers), value); }

    /// <summary>ISO 3166-1, two letters.</summary>
    public string? Country { get; init => field = Give(nameof(Country), value); }

    /// <summary>For messages to whoever has not chosen one.</summary>
    public string? Language { get; init => field = Give(nameof(Language), value); }

    /// <summary>IANA name; null is the tenant's.</summary>
    public string? TimeZone { get; init => field = Give(nameof(TimeZone), value); }

    /// <summary>"active" or "suspended".</summary>
    public string? Status { get; init => field = Give(nameof(Status), value); }

    /// <summary>"service_provider" or "customer".</summary>
    public string? ManagedBy { get; init => field = Give(nameof(ManagedBy), value); }

    /// <summary>Names an owner while none is active.</summary>
    public NamedOwner? Owner { get; init => field = Give(nameof(Owner), value); }

    /// <summary>The sign of what whoever changes it saw; null is not asked. From the form's page.</summary>
    internal string? Seen { get; init; }

    private T Give<T>(string name, T value)
    {
        given.Add(name);
        return value;
    }

    internal sealed class Handler(OrganizationFields fields, OrganizationRows rows, OrganizationChange change, IMediator mediator, Caller caller)
        : IRequestHandler<ChangeOrganization, Outcome<OrganizationAnswer>>
    {
        private static readonly HashSet<string> OnesOwn = [nameof(Name), nameof(Numbers), nameof(Language), nameof(TimeZone), nameof(ManagedBy)];

        public async Task<Outcome<OrganizationAnswer>> Handle(ChangeOrganization request, CancellationToken cancellationToken)
        {
            if (!caller.MayReach(request.Id) || await rows.HoldAsync(request.Id) is not { } before) return new NotFound();
            if (!caller.IsPartner() && !request.given.IsSubsetOf(OnesOwn)) return new Forbidden();
            var (after, numbers) = Read(request, before);
            if (fields.Flaw is { } flaw) return flaw;
            if (request.Seen is { } seen && seen != (await rows.FindAsync(request.Id, cancellationToken))!.Sign()) return new AccountChangedMeanwhile();
            if (await change.MakeAsync(before, after, numbers) is { } refusal) return refusal;
            if (await DelegateAsync(request) is { } no) return no;
            return (await rows.FindAsync(request.Id, cancellationToken))!;
        }

        private (OrganizationRow After, string[]? Numbers) Read(ChangeOrganization request, OrganizationRow before)
        {
            var after = before with
            {
                Name = request.given.Contains(nameof(Name)) ? fields.Name(request.Name) : before.Name,
                CustomerReference = request.given.Contains(nameof(CustomerReference)) ? fields.Reference(request.CustomerReference) : before.CustomerReference,
                Country = request.given.Contains(nameof(Country)) ? fields.Country(request.Country) : before.Country,
                Language = request.given.Contains(nameof(Language)) ? fields.Language(request.Language) : before.Language,
                TimeZone = request.given.Contains(nameof(TimeZone)) ? fields.TimeZone(request.TimeZone) : before.TimeZone,
                Status = request.given.Contains(nameof(Status)) ? fields.Status(request.Status) : before.Status,
            };
            return (after, request.given.Contains(nameof(Numbers)) ? fields.Numbers(request.Numbers, after.Country) : null);
        }

        /// <summary>What has rules of its own. Naming an owner is a part of changing who manages the organization, where both are asked for.</summary>
        private async Task<Refusal?> DelegateAsync(ChangeOrganization request)
        {
            if (request.given.Contains(nameof(ManagedBy))) return (await mediator.Send(new ChangeManagedBy { OrganizationId = request.Id, ManagedBy = request.ManagedBy, Owner = request.Owner })).Refusal;
            return request.Owner is { } owner ? (await mediator.Send(new NameOwner(request.Id, owner))).Refusal : null;
        }
    }
}
