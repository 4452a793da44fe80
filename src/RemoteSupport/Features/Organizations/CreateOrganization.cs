using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>A partner user creates an organization, with at least one Support Contact, and with its owner if the customer manages it (OR-2).</summary>
[Requires(Permission.Organizations)]
public sealed record CreateOrganization : ICommand<OrganizationAnswer>
{
    /// <summary>The id that it gets (version 7): a form that is sent twice creates one organization. From the form's page; left out, it is made.</summary>
    internal Guid? Id { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>The partner's own reference; unique in the tenant, whatever its case.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>Phone numbers: E.164, or national ones of the country.</summary>
    public IReadOnlyList<string?>? Numbers { get; init; }

    /// <summary>ISO 3166-1, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>For messages to whoever has not chosen one.</summary>
    public string? Language { get; init; }

    /// <summary>IANA name; left out, the tenant's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>"service_provider" or "customer".</summary>
    public string? ManagedBy { get; init; }

    /// <summary>Gets an activation mail. Compulsory if the customer manages the organization.</summary>
    public NamedOwner? Owner { get; init; }

    /// <summary>Each with a partner user's userId, or an email.</summary>
    public IReadOnlyList<SupportContact?>? SupportContacts { get; init; }

    internal sealed class Handler(OrganizationFields fields, OrganizationRows rows, OwnerNaming owners, CreatedBefore before, IMediator mediator, AuditTrail audit)
        : IRequestHandler<CreateOrganization, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(CreateOrganization request, CancellationToken cancellationToken)
        {
            var (draft, numbers) = Read(request);
            if (FlawOfOwner(request) is { } flaw) return flaw;
            var outcome = await mediator.Send(new CheckSupportContacts(request.SupportContacts), cancellationToken);
            if (!outcome.Succeeded(out var contacts, out var refusal)) return refusal;
            if (await rows.InsertAsync(draft) is not { } organization)
            {
                audit.Nothing();
                return await before.AnswerAsync(draft, numbers, request.Owner, contacts);
            }

            await rows.ReplaceNumbersAsync(organization.Id, numbers);
            await mediator.Publish(new OrganizationCreated(organization.Id, contacts), cancellationToken);
            if (request.Owner is { } owner && await owners.NameAsync(organization, owner) is { } taken) return taken;
            Record(organization, numbers, request.Owner, contacts.Count);
            return (await rows.FindAsync(organization.Id, cancellationToken))!;
        }

        private (OrganizationRow Draft, string[] Numbers) Read(CreateOrganization request)
        {
            var draft = new OrganizationRow(
                request.Id is { Version: 7 } id ? id : Guid.Empty, fields.Name(request.Name), fields.Reference(request.CustomerReference), fields.Country(request.Country), fields.Language(request.Language),
                fields.TimeZone(request.TimeZone), fields.ManagedBy(request.ManagedBy), "active");
            return (draft, fields.Numbers(request.Numbers, request.Country));
        }

        /// <summary>What is wrong with the owner, together with the other fields.</summary>
        private Refusal? FlawOfOwner(CreateOrganization request) => request.Owner is { } owner ? OwnerNaming.FlawOf(owner, fields)
            : fields.Flaw is { } flaw ? flaw
            : request.ManagedBy == Management.Customer ? new OwnerRequired()
            : null;

        private void Record(OrganizationRow organization, string[] numbers, NamedOwner? owner, int contacts)
        {
            audit.Target("organization", organization.Id, organization.Name, organization.Id);
            audit.Changed("name", null, organization.Name);
            if (organization.CustomerReference is { } reference) audit.Changed("customerReference", null, reference);
            if (numbers.Length > 0) audit.Changed("numbers", null, numbers);
            audit.Changed("managedBy", null, organization.ManagedBy);
            if (owner is not null) audit.Changed("owner", null, owner.Name!.Trim());
            audit.Changed("supportContacts", null, contacts);
        }
    }
}
