"""The ground of the REST API.

A resource declares its fields once (`Field`): the read columns, the filters, the OpenAPI schema,
`meta/fields`, CSV and XLSX follow from that one declaration. Reads go through `values_list()`,
never through serializers; serializers only write.
"""
